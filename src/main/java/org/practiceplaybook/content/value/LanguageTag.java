package org.practiceplaybook.content.value;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Languages by their codes of BCP 47, and the files that are translations by their names. */
public final class LanguageTag {
    private static final String FORM = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*";

    /** What is taken for a language where no edition in it is asked for: two letters, and perhaps a region. */
    private static final String USUAL = "[a-z]{2}(-[A-Z]{2})?";

    private LanguageTag() {}

    /** With the case that BCP 47 recommends. */
    public static Optional<String> of(String text) {
        if (!text.matches(FORM)) {
            return Optional.empty();
        }
        StringBuilder tag = new StringBuilder();
        for (String part : text.toLowerCase(Locale.ROOT).split("[-_]")) {
            String first = part.substring(0, 1).toUpperCase(Locale.ROOT);
            boolean region = tag.length() > 0 && part.length() == 2;
            boolean script = tag.length() > 0 && part.length() == 4 && !Character.isDigit(part.charAt(0));
            tag.append(tag.length() > 0 ? "-" : "")
                    .append(region ? part.toUpperCase(Locale.ROOT) : script ? first + part.substring(1) : part);
        }
        return Optional.of(tag.toString());
    }

    /** By what names something in a language is looked for, the more general one first: {@code pt}, {@code pt-br}. */
    public static List<String> names(String tag) {
        String whole = tag.toLowerCase(Locale.ROOT);
        String general = whole.split("-")[0];
        return general.equals(whole) ? List.of(whole) : List.of(general, whole);
    }

    /**
     * A file that is a translation of another.
     *
     * @param original path of the file that it translates, which need not be there
     */
    public record Translated(String original, String language) {}

    /**
     * Is a file a translation? So it is where its name says so in a language of the playbook that is not its own, or where
     * the original lies beside it.
     *
     * @param path {@code practices/walk-in-pairs.fr.md}
     * @param languages of the playbook, its own first
     * @param all paths of the folder, in lower case
     */
    public static Optional<Translated> ofFile(String path, List<String> languages, Collection<String> all) {
        int end = path.lastIndexOf('.');
        int dot = end < 0 ? -1 : path.lastIndexOf('.', end - 1);
        if (dot <= path.lastIndexOf('/') + 1) {
            return Optional.empty();
        }
        Optional<String> language = of(path.substring(dot + 1, end));
        String original = path.substring(0, dot) + path.substring(end);
        return language.filter(tag -> languages.indexOf(tag) > 0
                        || tag.matches(USUAL) && all.contains(original.toLowerCase(Locale.ROOT)))
                .map(tag -> new Translated(original, tag));
    }

    /** The path of a translation. */
    public static String file(String original, String language) {
        int end = original.lastIndexOf('.');
        return original.substring(0, end) + "." + language + original.substring(end);
    }

    /** The language of a file by its name, among those of a playbook; its own, the first, where the name says nothing. */
    public static String ofText(String path, List<String> languages) {
        return ofFile(path, languages, Set.of()).map(Translated::language).orElse(languages.get(0));
    }
}
