package org.practiceplaybook.content.asset;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a vector image. Numbers with a point are too much for a form, which never asks. */
final class SvgSize {
    /** Of a drawing that says how its sides relate and not how long they are: as wide as there is room. */
    private static final int AS_WIDE_AS_CAN_BE = 1_200;

    private static final Pattern SVG_TAG = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern LENGTH = Pattern.compile("([0-9]*\\.?[0-9]+)(px|pt|pc|mm|cm|in)?");
    private static final Map<String, Double> UNITS =
            Map.of("px", 1.0, "pt", 4 / 3.0, "pc", 16.0, "mm", 96 / 25.4, "cm", 96 / 2.54, "in", 96.0);

    private SvgSize() {}

    /**
     * Of a drawing, by the attributes of its outermost element.
     *
     * @param svg as readers get it
     */
    static Optional<ImageSize> of(String svg) {
        Matcher tag = SVG_TAG.matcher(svg);
        if (!tag.find()) {
            return Optional.empty();
        }
        double width = length(attribute(tag.group(), "width"));
        double height = length(attribute(tag.group(), "height"));
        String[] box = attribute(tag.group(), "viewBox").strip().split("[\\s,]+");
        double across = box.length == 4 ? length(box[2]) : 0;
        double down = box.length == 4 ? length(box[3]) : 0;
        boolean related = across > 0 && down > 0;
        if (width == 0 && related) {
            width = height > 0 ? height * across / down : AS_WIDE_AS_CAN_BE;
        }
        if (height == 0 && related) {
            height = width * down / across;
        }
        return ImageSize.size((int) Math.round(width), (int) Math.round(height));
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : "";
    }

    /** In pixels; 0 where it is none, or a part of something else. */
    private static double length(String written) {
        Matcher length = LENGTH.matcher(written.strip());
        return length.matches()
                ? Double.parseDouble(length.group(1)) * (length.group(2) == null ? 1 : UNITS.get(length.group(2)))
                : 0;
    }
}
