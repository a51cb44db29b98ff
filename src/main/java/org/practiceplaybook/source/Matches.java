package org.practiceplaybook.source;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places of a text that a pattern finds. */
public final class Matches {
    private Matches() {}

    /**
     * A text with other words in these places. As {@link Matcher#replaceAll(Function)}, which a browser does not have, but
     * that the new words are taken as they are.
     */
    public static String replace(Pattern pattern, CharSequence text, Function<MatchResult, String> words) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (matcher.find()) {
            out.append(text, done, matcher.start()).append(words.apply(matcher.toMatchResult()));
            done = matcher.end();
        }
        return out.append(text, done, text.length()).toString();
    }
}
