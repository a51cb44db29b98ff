package org.practiceplaybook.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of others in Markdown that a repository's host shows, where a word may call people, close issues or load pictures. */
public final class Quoted {
    private static final Pattern FENCES = Pattern.compile("`{3,}");

    private Quoted() {}

    /** A block in which nothing means anything, whatever stands in it. */
    public static String block(String text) {
        int longest = 2;
        for (Matcher fence = FENCES.matcher(text); fence.find(); ) {
            longest = Math.max(longest, fence.group().length());
        }
        String fence = "`".repeat(longest + 1);
        String plain = text.lines().map(ControlCodes::line).reduce("", (all, line) -> all + line + "\n");
        return fence + "text\n" + plain.stripTrailing() + "\n" + fence + "\n";
    }
}
