package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the interface says. */
class WordsTest {
    private static final String ENGLISH = """
            nav:
              find: Find {0} in {1}
            count:
              tries:
                zero: never
                one: once
                other: "{0} times by {1}"
              pages:
                one: "{0} page"
                other: "{0} pages"
            """;

    @ParameterizedTest
    @CsvSource({"0, never", "1, once", "2, 2 times by you", "11, 11 times by you"})
    void aNumberChoosesTheWords(int number, String text) {
        assertThat(words("en").count("count.tries", number, "you")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 pages", "1, 1 page", "2, 2 pages"})
    void withoutWordsForNoneItIsOneOfTheOthers(int number, String text) {
        assertThat(words("en").count("count.pages", number)).isEqualTo(text);
    }

    @Test
    void placesAreFilledOnce() {
        assertThat(words("en").get("nav.find", "{1}", "b")).isEqualTo("Find {1} in b");
        assertThat(words("en").get("nav.find", "a")).isEqualTo("Find a in {1}");
        assertThat(words("en").get("nav.find")).isEqualTo("Find {0} in {1}");
    }

    /** Else the slash at its end jumps to its beginning. */
    @ParameterizedTest
    @ValueSource(strings = {"offline.newest", "downloads.newest"})
    void inALanguageFromTheRightAnAddressRunsFromTheLeft(String key) {
        assertThat(Words.of(Bundled.theme(), "ar").get(key, "https://a.org/b/"))
                .contains("\u200Ehttps://a.org/b/\u200E");
    }

    @Test
    void aKeyThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> words("en").get("nav.lost"))
                .isInstanceOf(ThemeProblem.class)
                .hasMessage("the theme's words have no \"nav.lost\" (theme/words/en.yml)");
        assertThatThrownBy(() -> words("en").count("nav", 2)).hasMessageContaining("\"nav.other\"");
    }

    @Test
    void whatALanguageLeavesOutIsSaidInEnglish() {
        Map<String, byte[]> files = files();
        files.put("words/fr.yml", bytes("count:\n  tries:\n    one: une fois\n"));
        files.put("words/fr-ca.yml", bytes("nav:\n  find: Trouver\n"));
        Words canadian = Words.of(files, "fr-CA");
        assertThat(canadian.count("count.tries", 1)).isEqualTo("une fois");
        assertThat(canadian.get("nav.find")).isEqualTo("Trouver");
        assertThat(canadian.count("count.pages", 2)).isEqualTo("2 pages");
        assertThat(canadian.language()).isEqualTo("fr-CA");
        assertThat(Words.of(files, "fr").get("nav.find", 1, 2)).isEqualTo("Find 1 in 2");
    }

    @Test
    void aMistakeInTheFileIsToldByItsLine() {
        Map<String, byte[]> files = Map.of("words/en.yml", bytes("nav:\n  find: [a\n"));
        assertThatThrownBy(() -> Words.of(files, "en"))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageStartingWith("theme/words/en.yml:");
    }

    @Test
    void withoutWordsThereIsNoTheme() {
        assertThatThrownBy(() -> Words.of(Map.of(), "en")).hasMessage("theme/words/en.yml is missing");
    }

    @Test
    void everyWordThatATemplateAsksForIsThere() {
        Words words = Words.of(Bundled.theme(), "en");
        Pattern call = Pattern.compile("\\bt(n?)\\(\"([^\"]+)\"[),]");
        Set<String> missing = new TreeSet<>();
        Bundled.theme().forEach((path, bytes) -> {
            Matcher matcher = call.matcher(new String(bytes, StandardCharsets.UTF_8));
            while (path.endsWith(".peb") && matcher.find()) {
                String key = matcher.group(2) + (matcher.group(1).isEmpty() ? "" : ".other");
                if (!words.keys().contains(key)) {
                    missing.add(path + ": " + key);
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    private static Words words(String language) {
        return Words.of(files(), language);
    }

    private static Map<String, byte[]> files() {
        return new HashMap<>(Map.of("words/en.yml", bytes(ENGLISH)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<String> languages() {
        return Bundled.theme().keySet().stream()
                .filter(path -> path.startsWith(Words.FOLDER) && !path.equals(Words.FOLDER + "en.yml"));
    }

    /** What has no word of its own is the same in every language. */
    private static final Pattern SAME_IN_ALL = Pattern.compile("(?:\\{\\w+}|\\P{L})*");

    /** A form of a word that English does not have. */
    private static final Pattern FORM_OF_ITS_OWN = Pattern.compile("(?<=[.-])(?:two|few|many)$");

    @ParameterizedTest
    @CsvSource({
        "en, 0, other",
        "en, 1, one",
        "en, 2, other",
        "fr, 0, one",
        "fr, 1, one",
        "fr, 2, other",
        "de, 0, other",
        "de, 1, one",
        "es, 0, other",
        "es, 1, one",
        "ar, 0, zero",
        "ar, 1, one",
        "ar, 2, two",
        "ar, 3, few",
        "ar, 10, few",
        "ar, 11, many",
        "ar, 99, many",
        "ar, 100, other",
        "ar, 102, other",
        "ar, 103, few",
        "ar, 111, many",
        "ar, 203, few"
    })
    void theFormOfAWordIsThatOfItsLanguage(String language, int number, String form) {
        Map<String, String> texts = new HashMap<>(texts(Words.FOLDER + language + ".yml"));
        Stream.of("zero", "one", "two", "few", "many", "other").forEach(one -> texts.put("x.try." + one, one));
        assertThat(Words.of(language, texts).form("x.try", number)).isEqualTo("x.try." + form);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLanguageSaysEverythingAndFillsInTheSame(String path) {
        Map<String, String> english = texts(Words.FOLDER + "en.yml");
        Map<String, String> own = texts(path);
        assertThat(english.keySet())
                .containsAll(own.keySet().stream()
                        .map(key -> FORM_OF_ITS_OWN.matcher(key).replaceFirst("other"))
                        .filter(key -> !key.startsWith("plural."))
                        .toList());
        assertThat(own.keySet())
                .containsAll(english.entrySet().stream()
                        .filter(word -> !SAME_IN_ALL.matcher(word.getValue()).matches())
                        .map(Map.Entry::getKey)
                        .toList());
        own.forEach((key, text) -> {
            Matcher form = FORM_OF_ITS_OWN.matcher(key);
            if (key.startsWith("plural.")) {
                assertThat(text).as(key).matches("(?:% \\d+ = )?\\d+(?:-\\d+)?(?:, \\d+(?:-\\d+)?)*");
            } else if (form.find()) {
                // a dual says the number by itself
                assertThat(places(english.get(form.replaceFirst("other"))))
                        .as(key)
                        .containsAll(places(text));
            } else {
                assertThat(places(text)).as(key).isEqualTo(places(english.get(key)));
            }
        });
    }

    private static Map<String, String> texts(String path) {
        return Words.keys(path, Bundled.theme().get(path)).stream()
                .collect(Collectors.toMap(Words.Key::name, Words.Key::text));
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
