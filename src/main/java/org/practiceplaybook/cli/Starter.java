package org.practiceplaybook.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.yaml.Scalars;

/** The content that a playbook begins with: the starter's, or vocabularies and pages that stand on their own. */
final class Starter {
    static final String SETTINGS = PlaybookSettings.FILE;
    /** The language that the starter's texts are in. */
    static final String LANGUAGE = "en";

    private static final String ENTRIES = "(?:practices|attempts|pathways)/";
    /** A link to an entry, or to the story that they come from. */
    private static final Pattern STORY =
            Pattern.compile("\\]\\((?:\\.\\./" + ENTRIES + "[^)]+\\.md|about\\.md#where-)");
    /** The blank behind a sentence. */
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?]) (?=[\\p{Lu}\\[*])");

    private Starter() {}

    /** All of the starter, by path within the content folder; its settings are explained in a language if they are in it. */
    static Map<String, byte[]> whole(String language) {
        Map<String, byte[]> files = new TreeMap<>(Bundled.content());
        files.computeIfPresent(
                SETTINGS, (path, bytes) -> Bundled.empty(language).getOrDefault(path, bytes));
        return files;
    }

    /**
     * The starter without its entries, in a language if there are such texts in it, else in English. What its pages say of
     * the entries is left out sentence by sentence.
     */
    static Map<String, byte[]> empty(String language) {
        Map<String, byte[]> own = Bundled.empty(language);
        if (own.containsKey(SETTINGS)) {
            return own;
        }
        Map<String, byte[]> files = whole(LANGUAGE);
        files.keySet().removeIf(path -> path.matches(ENTRIES + ".*"));
        files.replaceAll((path, bytes) -> path.endsWith(".md") ? withoutStories(bytes) : bytes);
        files.putAll(Bundled.empty(LANGUAGE));
        return files;
    }

    /** Are there texts of an empty playbook in a language? */
    static boolean speaks(String language) {
        return !Bundled.empty(language).isEmpty();
    }

    /**
     * Settings with other values, each in the line of its key, in the order of the lines.
     *
     * @throws UsageProblem where a playbook does not take one of them
     */
    static byte[] settings(byte[] settings, Map<Field<?>, String> values) {
        String text = text(settings);
        for (Map.Entry<Field<?>, String> value : values.entrySet()) {
            String key = value.getKey().key();
            String said = value.getValue().strip();
            if (said.isEmpty()) {
                throw new UsageProblem("--" + key + " says nothing; leave it out, or write something behind it");
            }
            String line = value.getKey().line(said.matches("https?://[^\\s#]+") ? said : Scalars.of(said));
            Matcher there = Pattern.compile("(?m)^(?:# )?" + key + ":.*$").matcher(text);
            text = there.find()
                    ? text.substring(0, there.start()) + line + text.substring(there.end())
                    : text + line + "\n";
            for (Diagnostic told : TextReader.settings(text).diagnostics()) {
                String remedy = told.remedy().isEmpty() ? "" : "; " + told.remedy();
                throw new UsageProblem("--" + key + ": " + told.message() + remedy);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withoutStories(byte[] page) {
        List<String> lines = new ArrayList<>();
        for (String line : text(page).split("\n", -1)) {
            if (!STORY.matcher(line).find()) {
                lines.add(line);
            } else if (!line.startsWith("|")) {
                lines.add(String.join(
                        " ",
                        SENTENCE.splitAsStream(line)
                                .filter(sentence -> !STORY.matcher(sentence).find())
                                .toList()));
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
