package org.practiceplaybook.yaml;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keys that are to be expected. A line that begins with one of them is a key to its writer, whatever else is wrong with it.
 *
 * @param otherSign one of them with another sign than a colon
 * @param bare one of them and nothing else
 * @param noKey a word at the start of a line that is none of them
 */
public record KnownKeys(Pattern otherSign, Pattern bare, Pattern noKey) {
    public static final KnownKeys NONE = of(List.of());

    public static KnownKeys of(Collection<String> names) {
        String keys = names.isEmpty() ? "(?!)" : "(?:" + String.join("|", names) + ")\\b";
        return new KnownKeys(
                pattern("^(" + keys + ")([ \\t]*[=;][ \\t]*)[^\\s=;][^\\n]*$"),
                pattern("^(" + keys + ")[ \\t\\r]*$"),
                pattern("^(?!" + keys + ")([a-z_]+)\\b[^:]*$"));
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }
}
