package org.practiceplaybook.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of people as they may be published: no e-mail address is ever put on a page, and programs are no people. */
public final class PersonName {
    /** From the start of a word, so that a long one is looked at once. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<!\\s)\\s*+[<(]?+(?<![^\\s<>()@])[^\\s<>()@]++@[^\\s<>()@]++[>)]?");

    private static final Pattern BESIDE_A_NAME = Pattern.compile("(?<!\\s)\\s*+<[^\\s<>()@]++@[^\\s<>()@]++>");
    private static final Pattern PROGRAM = Pattern.compile("(?i).*\\[bot\\]|github-actions|gitlab-ci|root|unknown");

    /** Small words that stand in the names of people of many languages. */
    private static final Set<String> PARTICLES = Set.of(
            "a", "af", "al", "ap", "av", "ben", "bin", "bint", "da", "dal", "das", "de", "degli", "del", "della", "den",
            "der", "des", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "ne", "of", "ten", "ter",
            "van", "vom", "von", "y", "zu", "zum", "zur");

    /** With these a phrase begins that tells of somebody without a name. */
    private static final Set<String> ARTICLES = Set.of(
            "a", "an", "the", "our", "my", "your", "their", "we", "one", "two", "some", "several", "shared", "by");

    private static final Pattern SENTENCE = Pattern.compile(".*[!?;:。！？].*|.*[^.\\s]{3,}\\.(?:\\s.*)?");
    private static final int MOST_WORDS = 6;
    private static final int MOST_WORDS_OF_A_ROLE = 2;

    private PersonName() {}

    /**
     * The name of a person who may be named in words of many kinds: a name, a name with a role behind a comma or in brackets,
     * or a sentence about where something comes from, which is nobody's name.
     */
    public static Optional<String> among(String written) {
        return of(written).flatMap(words -> {
            int cut = firstOf(words, ",(–—");
            String name = cut < 0 ? words : words.substring(0, cut).strip();
            String rest = cut < 0 ? "" : words.substring(cut + 1).strip();
            boolean surnameFirst = cut >= 0
                    && words.charAt(cut) == ','
                    && isName(name)
                    && !rest.isEmpty()
                    && Character.isUpperCase(rest.codePointAt(0))
                    && isName(rest);
            String whole = surnameFirst ? words : name;
            boolean role = rest.isEmpty() || surnameFirst || rest.split("\\s+").length <= MOST_WORDS_OF_A_ROLE;
            return isName(name) && role ? Optional.of(whole) : Optional.empty();
        });
    }

    private static int firstOf(String words, String signs) {
        for (int i = 1; i < words.length(); i++) {
            if (signs.indexOf(words.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Words with small letters stand in a name only where all of them are small. */
    private static boolean isName(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        String first = words.get(0).toLowerCase(Locale.ROOT);
        if (text.isBlank()
                || words.size() > MOST_WORDS
                || ARTICLES.contains(first)
                || SENTENCE.matcher(text).matches()) {
            return false;
        }
        long small = words.stream()
                .filter(word -> Character.isLowerCase(word.codePointAt(0)) && !PARTICLES.contains(word))
                .count();
        return small == 0 || small == words.size() && words.size() <= 2;
    }

    /** Names without the addresses in angle brackets beside them. */
    public static String withoutAddresses(String names) {
        return BESIDE_A_NAME.matcher(names).replaceAll("");
    }

    /** A name without an address; of an address alone what stands before its {@code @}. Empty where nobody is named. */
    public static Optional<String> of(String written) {
        String name = ADDRESS.matcher(written).replaceAll("").strip();
        if (name.isEmpty() && written.indexOf('@') > 0) {
            name = written.substring(0, written.indexOf('@')).replaceAll("[<(\\s]", "");
        }
        boolean person = !name.isEmpty() && !PROGRAM.matcher(name).matches() && !name.equalsIgnoreCase("anonymous");
        return person ? Optional.of(name) : Optional.empty();
    }
}
