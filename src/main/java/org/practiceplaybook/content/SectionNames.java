package org.practiceplaybook.content;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the sections of an entry are called in a language, and which other headings are understood. The writer's own heading
 * is what readers see.
 */
public final class SectionNames {
    /** Signs that do not count at the end of a heading, blanks before a French question mark among them. */
    private static final String ENDS = " \u00a0\u202f:?!.…";

    private final Map<SectionKind, String> usual = new EnumMap<>(SectionKind.class);
    private final Map<String, SectionKind> kinds = new HashMap<>();

    /** @param headings that are understood, of each kind at least one, the usual one first */
    public SectionNames(Map<SectionKind, List<String>> headings) {
        headings.forEach((kind, names) -> {
            usual.put(kind, names.get(0));
            names.forEach(name -> kinds.putIfAbsent(plain(name), kind));
        });
    }

    /** What a section is about, by its heading. */
    public SectionKind kind(String heading) {
        return kinds.getOrDefault(plain(heading), SectionKind.OTHER);
    }

    /** The usual heading; empty of {@link SectionKind#OTHER}. */
    public String usual(SectionKind kind) {
        return usual.getOrDefault(kind, "");
    }

    private static String plain(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        int end = plain.length();
        while (end > 0 && ENDS.indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        return plain.substring(0, end);
    }
}
