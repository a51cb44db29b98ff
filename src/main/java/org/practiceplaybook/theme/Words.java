package org.practiceplaybook.theme;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlReader;

/**
 * The words of the interface in one language, by a key with dots. {@code {0}}, {@code {1}} and {@code {2}} in them are
 * replaced; a key with {@code one} and {@code other} below it speaks of a number.
 */
public final class Words {
    private final String language;
    private final Map<String, String> texts;

    private Words(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
    }

    /**
     * The words of a theme. What the language's own file does not say is said in English.
     *
     * @param files the theme's files by path
     */
    static Words of(Map<String, byte[]> files, String language) {
        Map<String, String> texts = new HashMap<>();
        read(files, "words/en.yml", texts);
        String plain = language.toLowerCase(Locale.ROOT);
        for (String name : List.of(plain.split("-")[0], plain)) {
            if (!name.equals("en") && files.containsKey("words/" + name + ".yml")) {
                read(files, "words/" + name + ".yml", texts);
            }
        }
        return new Words(language, texts);
    }

    /** Words that are known already, by key. */
    public static Words of(String language, Map<String, String> texts) {
        return new Words(language, texts);
    }

    private static void read(Map<String, byte[]> files, String path, Map<String, String> texts) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new ThemeProblem("theme/" + path + " is missing");
        }
        SourceFile file = new SourceFile(path, new String(bytes, StandardCharsets.UTF_8));
        YamlReader.Result result = YamlReader.read(file, new Span(0, file.text().length()), KnownKeys.NONE);
        for (Diagnostic problem : result.diagnostics()) {
            throw new ThemeProblem(
                    "theme/" + path + ":" + problem.place().start().line() + ": " + problem.message());
        }
        flatten("", result.mapping(), texts);
    }

    private static void flatten(String prefix, Yaml.Mapping mapping, Map<String, String> texts) {
        for (Yaml.Entry entry : mapping.entries()) {
            String key = prefix + entry.key().value();
            if (entry.value() instanceof Yaml.Mapping below) {
                flatten(key + ".", below, texts);
            } else if (entry.value() instanceof Yaml.Text text) {
                texts.put(key, text.value());
            }
        }
    }

    public String language() {
        return language;
    }

    /** Every key there is. */
    public Set<String> keys() {
        return texts.keySet();
    }

    /** The text of a key, its places filled in order. */
    public String get(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new ThemeProblem("the theme's words have no \"" + key + "\" (theme/words/en.yml)");
        }
        return fill(text, values);
    }

    /** The text of a key for a number, which also fills {@code {0}}: {@code zero} if there is one, {@code one}, {@code other}. */
    public String count(String key, int number, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = number;
        System.arraycopy(more, 0, values, 1, more.length);
        if (number == 0 && texts.containsKey(key + ".zero")) {
            return get(key + ".zero", values);
        }
        return get(number == 1 ? key + ".one" : key + ".other", values);
    }

    private static String fill(String text, Object... values) {
        if (values.length == 0 || text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean place = c == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
            int number = place ? text.charAt(i + 1) - '0' : -1;
            if (number >= 0 && number < values.length) {
                out.append(values[number]);
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
