package org.practiceplaybook.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A colour of the screen that nothing shines through.
 *
 * @param red of sRGB, from 0 to 1; so are {@code green} and {@code blue}
 */
record Colour(double red, double green, double blue) {
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
    private static final Pattern FUNCTION = Pattern.compile("(rgb|hsl|oklch)a?\\(([^()/]*)(?:/\\s*(?:1|100%)\\s*)?\\)");
    private static final int SHADES = 500;

    /** The colours that CSS knows by a name. */
    private static final class Named {
        static final Map<String, String> HEX = read();

        private static Map<String, String> read() {
            try (InputStream in = Colour.class.getResourceAsStream("/theme/named-colours.txt")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.split(" "))
                        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
            } catch (IOException e) {
                throw new UncheckedIOException("the jar cannot be read", e);
            }
        }
    }

    /** A colour as CSS writes it: {@code #7a2048}, {@code rgb()}, {@code hsl()}, {@code oklch()} or a name; else empty. */
    static Optional<Colour> of(String css) {
        String text = css.strip().toLowerCase(Locale.ROOT);
        Matcher hex = HEX.matcher(Named.HEX.getOrDefault(text, text));
        if (hex.matches()) {
            String digits =
                    hex.group(1).length() == 6 ? hex.group(1) : hex.group(1).replaceAll("(.)", "$1$1");
            int value = Integer.parseInt(digits, 16);
            return Optional.of(new Colour((value >> 16) / 255.0, (value >> 8 & 255) / 255.0, (value & 255) / 255.0));
        }
        Matcher function = FUNCTION.matcher(text);
        if (!function.matches()) {
            return Optional.empty();
        }
        String[] parts = function.group(2).strip().split("\\s*,\\s*|\\s+");
        try {
            return parts.length == 3 ? Optional.of(of(function.group(1), parts)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Colour of(String function, String... parts) {
        return switch (function) {
            case "rgb" ->
                new Colour(number(parts[0], 255) / 255, number(parts[1], 255) / 255, number(parts[2], 255) / 255)
                        .onScreen();
            case "hsl" -> hsl(number(parts[0], 360), number(parts[1], 100) / 100, number(parts[2], 100) / 100);
            default -> oklch(number(parts[0], 1), number(parts[1], 0.4), Math.toRadians(number(parts[2], 360)));
        };
    }

    /** A number, or a share of what stands for the whole. */
    private static double number(String text, double whole) {
        return text.endsWith("%")
                ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100 * whole
                : Double.parseDouble(text.replaceFirst("deg$", ""));
    }

    /** By the formula of CSS Color 4, section 7.1. */
    private static Colour hsl(double hue, double saturation, double lightness) {
        double[] channels = new double[3];
        int[] from = {0, 8, 4};
        for (int i = 0; i < channels.length; i++) {
            double k = ((from[i] + hue / 30) % 12 + 12) % 12;
            channels[i] = lightness
                    - saturation
                            * Math.min(lightness, 1 - lightness)
                            * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        }
        return new Colour(channels[0], channels[1], channels[2]).onScreen();
    }

    /** By the matrices of Björn Ottosson, "A perceptual color space for image processing" (2020). */
    private static Colour oklch(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(hue);
        double b = chroma * Math.sin(hue);
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new Colour(
                        gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                        gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                        gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
                .onScreen();
    }

    /** Lightness, chroma and hue, by the same matrices. */
    private double[] oklch() {
        double l = Math.cbrt(0.4122214708 * linear(red) + 0.5363325363 * linear(green) + 0.0514459929 * linear(blue));
        double m = Math.cbrt(0.2119034982 * linear(red) + 0.6806995451 * linear(green) + 0.1073969566 * linear(blue));
        double s = Math.cbrt(0.0883024619 * linear(red) + 0.2817188376 * linear(green) + 0.6299787005 * linear(blue));
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new double[] {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a)
        };
    }

    private static double gamma(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /** The nearest that a screen shows, in the 256 steps of a channel. */
    private Colour onScreen() {
        return new Colour(step(red), step(green), step(blue));
    }

    private static double step(double channel) {
        return Math.round(Math.max(0, Math.min(1, channel)) * 255) / 255.0;
    }

    /** The contrast with another colour, from 1 to 21: WCAG 2.2, "contrast ratio" and "relative luminance". */
    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** This colour, or the shade of its hue that is nearest in lightness and passes; empty where none does. */
    Optional<Colour> nearestShade(Predicate<Colour> passes) {
        double[] from = oklch();
        if (passes.test(this)) {
            return Optional.of(this);
        }
        for (int i = 1; i <= SHADES; i++) {
            double away = (double) i / SHADES;
            for (double lightness : new double[] {from[0] - away, from[0] + away}) {
                Colour shade = oklch(Math.max(0, Math.min(1, lightness)), from[1], from[2]);
                if (passes.test(shade)) {
                    return Optional.of(shade);
                }
            }
        }
        return Optional.empty();
    }

    /** As CSS writes it: {@code #7a2048}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", Math.round(red * 255), Math.round(green * 255), Math.round(blue * 255));
    }
}
