package org.practiceplaybook.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand in braces right after an image: {@code {width=300 height=200 .left}}. Braces that hold anything else
 * are text.
 */
final class ImageAttributes {
    /** More characters than these are never attributes. */
    static final int LONGEST = 80;

    private static final String ONE = "(?:width=\"?[0-9]{1,4}\"?|height=\"?[0-9]{1,4}\"?|\\.(?:left|right|wide|small))";
    private static final Pattern ALL = Pattern.compile("\\{[ ]?(" + ONE + "(?:[ ]+" + ONE + "){0,3})[ ]?\\}");

    private ImageAttributes() {}

    /** How many characters at the start of a text are attributes; 0 where it does not begin with any. */
    static int length(CharSequence text) {
        if (text.length() < 3 || text.charAt(0) != '{') {
            return 0;
        }
        Matcher matcher = ALL.matcher(text);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    static Map<String, String> parse(CharSequence text) {
        Matcher matcher = ALL.matcher(text);
        if (!matcher.lookingAt()) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String one : matcher.group(1).split(" +")) {
            if (one.startsWith(".")) {
                attributes.merge("class", one.substring(1), (a, b) -> a + " " + b);
            } else {
                int equals = one.indexOf('=');
                attributes.put(
                        one.substring(0, equals), one.substring(equals + 1).replace("\"", ""));
            }
        }
        return attributes;
    }
}
