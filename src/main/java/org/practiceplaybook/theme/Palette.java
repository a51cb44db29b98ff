package org.practiceplaybook.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/**
 * The colours that a page has in the end, in the light and in the dark, and whether they can be read: what a theme sets goes
 * before what the program sets.
 */
final class Palette {
    static final String ACCENT = "--accent";
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    /** Two colours that meet, and the least contrast between them: WCAG 2.2, 1.4.3 and 1.4.11. */
    private record Pair(String front, String back, double least) {}

    private static final List<Pair> PAIRS = pairs();

    private final List<Declaration> declarations = new ArrayList<>();
    private final Set<String> own;
    private final Set<Declaration> more;

    /**
     * Reads the colours of style sheets.
     *
     * @param sheets in their order
     * @param own the paths of those that are not the program's
     */
    Palette(List<SourceFile> sheets, Set<String> own) {
        this(sheets, own, List.of());
    }

    /** The same with what else is declared in a layer, behind all that the sheets have there, and is not the program's. */
    Palette(List<SourceFile> sheets, Set<String> own, List<Declaration> more) {
        this.own = Set.copyOf(own);
        this.more = Set.copyOf(more);
        List<Declaration> all =
                sheets.stream().flatMap(sheet -> Declaration.of(sheet).stream()).toList();
        for (boolean layered : new boolean[] {true, false}) {
            all.stream().filter(found -> found.layered() == layered).forEach(declarations::add);
            if (layered) {
                declarations.addAll(more);
            }
        }
    }

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String back : List.of("--paper", "--surface", "--tint")) {
            Stream.of(ACCENT, "--ink", "--soft", "--danger", "--parameters", "--feedbacks", "--design", "--intent")
                    .forEach(front -> pairs.add(new Pair(front, back, TEXT)));
            pairs.add(new Pair("--focus", back, SHAPE));
        }
        Stream.of("comment", "keyword", "string", "number", "name")
                .forEach(code -> pairs.add(new Pair("--code-" + code, "--tint", TEXT)));
        pairs.add(new Pair("--accent-ink", ACCENT, TEXT));
        pairs.add(new Pair("--ink", "--marker", TEXT));
        return List.copyOf(pairs);
    }

    /** The declaration that wins in a scheme. */
    private Optional<Declaration> declared(String name, boolean dark) {
        Optional<Declaration> last = Optional.empty();
        for (Declaration found : declarations) {
            if (found.name().equals(name) && (dark ? found.dark() : found.light())) {
                last = Optional.of(found);
            }
        }
        return last;
    }

    /** A colour of the palette in a scheme; empty where it is not there or can only be told by a browser. */
    Optional<Colour> colour(String name, boolean dark) {
        return declared(name, dark).flatMap(found -> colour(found.value(), dark, 0));
    }

    private Optional<Colour> colour(String value, boolean dark, int depth) {
        String text = value.strip();
        if (depth > declarations.size()) {
            return Optional.empty();
        }
        if (text.startsWith("light-dark(") && text.endsWith(")")) {
            List<String> two = arguments(text.substring("light-dark(".length(), text.length() - 1));
            return two.size() == 2 ? colour(two.get(dark ? 1 : 0), dark, depth + 1) : Optional.empty();
        }
        if (text.startsWith("var(") && text.endsWith(")")) {
            List<String> named = arguments(text.substring("var(".length(), text.length() - 1));
            return declared(named.get(0).strip(), dark)
                    .map(Declaration::value)
                    .or(() -> named.stream().skip(1).findFirst())
                    .flatMap(other -> colour(other, dark, depth + 1));
        }
        return Colour.of(text);
    }

    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        int start = 0;
        int brackets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && brackets == 0) {
                arguments.add(text.substring(start, i));
                start = i + 1;
            }
        }
        arguments.add(text.substring(start));
        return arguments;
    }

    /** What readers could not read, of each colour that is not the program's. */
    List<Diagnostic> advice() {
        Map<Declaration, List<Weakness>> weak = new LinkedHashMap<>();
        for (boolean dark : new boolean[] {false, true}) {
            for (Pair pair : PAIRS) {
                weakness(pair, dark)
                        .ifPresent(found -> weak.computeIfAbsent(found.cause(), unused -> new ArrayList<>())
                                .add(found));
            }
        }
        return weak.entrySet().stream()
                .map(entry -> advice(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Two colours that are too near to one another, and the declaration of a theme that makes them so. */
    private record Weakness(Declaration cause, Pair pair, boolean dark, Colour front, Colour back, double ratio) {}

    private Optional<Weakness> weakness(Pair pair, boolean dark) {
        Optional<Colour> front = colour(pair.front(), dark);
        Optional<Colour> back = colour(pair.back(), dark);
        if (front.isEmpty() || back.isEmpty()) {
            return Optional.empty();
        }
        double ratio = front.get().contrast(back.get());
        Optional<Declaration> cause = declared(pair.front(), dark)
                .filter(this::isOwn)
                .or(() -> declared(pair.back(), dark).filter(this::isOwn));
        return ratio >= pair.least()
                ? Optional.empty()
                : cause.map(found -> new Weakness(found, pair, dark, front.get(), back.get(), ratio));
    }

    private boolean isOwn(Declaration declaration) {
        return more.contains(declaration)
                || own.contains(declaration.place().file().path());
    }

    private Diagnostic advice(Declaration cause, List<Weakness> weak) {
        Weakness worst = weak.stream()
                .min((one, other) -> Double.compare(
                        one.ratio() / one.pair().least(),
                        other.ratio() / other.pair().least()))
                .orElseThrow();
        String front = worst.pair().front();
        Diagnostic advice = Diagnostic.of(
                        RuleCode.LOW_CONTRAST,
                        cause.place(),
                        front + " " + worst.front() + " has a contrast of " + rounded(worst.ratio()) + " to 1 on "
                                + worst.pair().back() + " " + worst.back() + " in the " + scheme(worst.dark()) + "; "
                                + (worst.pair().least() == TEXT ? "text" : "a shape") + " needs "
                                + rounded(worst.pair().least()) + " to 1")
                .effect("this colour only faintly, with weak eyes or in the sun");
        Optional<Colour> light = passing(front, false);
        Optional<Colour> dark = passing(front, true);
        if (light.isEmpty() || dark.isEmpty()) {
            return advice.remedy(
                    "no shade of it can be read on --paper, --surface and --tint alike: bring these nearer together");
        }
        String value = cause.name().equals(front) && !(cause.light() && cause.dark())
                ? String.valueOf(cause.dark() ? dark.get() : light.get())
                : light.get().equals(dark.get())
                        ? String.valueOf(light.get())
                        : "light-dark(" + light.get() + ", " + dark.get() + ")";
        Diagnostic told = advice.label("the nearest shade that passes is " + (worst.dark() ? dark.get() : light.get()))
                .remedy("write " + (more.contains(cause) ? quoted(value) : front + ": " + value + ";"));
        if (!cause.name().equals(front)) {
            return told;
        }
        return told.replaceBy(more.contains(cause) ? quoted(value) : value);
    }

    /** A colour as it is, or the nearest shade of it that can be read wherever it stands. */
    private Optional<Colour> passing(String front, boolean dark) {
        return colour(front, dark).flatMap(colour -> passing(colour, front, dark));
    }

    /** A colour as it is, or the nearest shade of it that can be read wherever {@code front} stands. */
    Optional<Colour> passing(Colour colour, String front, boolean dark) {
        return colour.nearestShade(shade -> PAIRS.stream()
                .filter(pair -> pair.front().equals(front))
                .allMatch(pair -> colour(pair.back(), dark)
                        .map(back -> shade.contrast(back) >= pair.least())
                        .orElse(true)));
    }

    /** As YAML needs what begins with {@code #}. */
    private static String quoted(String value) {
        return '"' + value + '"';
    }

    private static String scheme(boolean dark) {
        return dark ? "dark" : "light";
    }

    /** Never up: 4.497 is not 4.5. */
    private static String rounded(double ratio) {
        double floor = Math.floor(ratio * 100) / 100;
        return floor == Math.rint(floor * 10) / 10
                ? String.format(Locale.ROOT, "%.1f", floor).replace(".0", "")
                : String.format(Locale.ROOT, "%.2f", floor);
    }
}
