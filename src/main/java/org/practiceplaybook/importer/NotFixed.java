package org.practiceplaybook.importer;

import java.util.regex.Pattern;

/** Words in small letters that stand where a time or a number of people could, and say that there is no fixed one. */
final class NotFixed {
    private static final Pattern NONE = Pattern.compile(
            "(?:n/?a|n\\.\\s?a\\.|not applicable|none|nil|tbd|tba|to be determined|unknown|[-–—?.]+)\\.?");
    private static final Pattern VARIES = Pattern.compile("(?:it |this |time |duration |size )?(?:can |may |is )?"
            + "(?:flexible|var(?:y|ies|iable|ying)|depend(?:s|ing|ent)?|open[- ]ended|adaptable|adjustable"
            + "|as (?:long|many|much|few|short|needed|required|necessary)|up to you|not fixed|no (?:fixed|set))"
            + "(?![\\p{L}\\d])");

    private NotFixed() {}

    /** Is nothing said at all? */
    static boolean isNone(String words) {
        return NONE.matcher(words).matches();
    }

    static boolean varies(String words) {
        return VARIES.matcher(words).lookingAt();
    }
}
