package org.practiceplaybook.content.value;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.practiceplaybook.source.Nfc;

/** Names in addresses: small letters, digits and hyphens. */
public final class Slug {
    /** Bytes of a name that every disk takes, with room for its ending and for the folders that people unpack a playbook in. */
    public static final int LONGEST = 150;

    private Slug() {}

    /** Is a name too long for some disks? */
    public static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    public static boolean isValid(String slug) {
        return !slug.isEmpty() && slug.equals(of(slug));
    }

    /** The nearest slug to any text; empty where it has neither letter nor digit. */
    public static String of(String text) {
        StringBuilder slug = new StringBuilder();
        Nfc.of(text).toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || isMark(c)) {
                slug.appendCodePoint(c);
            } else if (c != '\'' && c != '’' && slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        int end = slug.length();
        while (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        return slug.substring(0, end);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
