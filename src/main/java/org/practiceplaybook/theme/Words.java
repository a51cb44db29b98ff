package org.practiceplaybook.theme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlReader;

/**
 * The words of the interface in one language, by a key with dots. {@code {0}}, {@code {1}} and {@code {2}} in them are
 * replaced; a key with {@code one}, {@code other} and other forms of CLDR below it speaks of a number.
 */
public final class Words {
    static final String FOLDER = "words/";
    private static final String SECTIONS = "sections.";
    static final String END = ".yml";
    private static final String ENGLISH = FOLDER + "en" + END;

    private final String language;
    private final Map<String, String> texts;
    private final SectionNames sections;
    private final Plurals plurals;

    private Words(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
        this.sections = named(this.texts);
        this.plurals = Plurals.of(this.texts);
    }

    /**
     * The words of a theme. What a file of its own leaves out is said as the program says it, and what is not said in the
     * language is said in English.
     *
     * @param files the theme's files by path
     */
    public static Words of(Map<String, byte[]> files, String language) {
        Map<String, String> texts = new HashMap<>();
        readBoth(files, ENGLISH, texts);
        for (String name : LanguageTag.names(language)) {
            if (!name.equals("en")) {
                readBoth(files, path(name), texts);
            }
        }
        if (texts.isEmpty()) {
            throw new ThemeProblem("theme/" + ENGLISH + " is missing");
        }
        return new Words(language, texts);
    }

    /** The languages that there are words in. */
    public static List<String> languages(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(FOLDER) && path.endsWith(END))
                .map(path -> path.substring(FOLDER.length(), path.length() - END.length()))
                .sorted()
                .toList();
    }

    /** What the sections of an entry are called, by language, each read when it is asked for. */
    public static Function<String, SectionNames> sections(Map<String, byte[]> files) {
        Map<String, SectionNames> known = new ConcurrentHashMap<>();
        return language ->
                known.computeIfAbsent(language, unused -> of(files, language).sections());
    }

    /** Words that are known already, by key. */
    public static Words of(String language, Map<String, String> texts) {
        return new Words(language, texts);
    }

    private static String path(String name) {
        return FOLDER + name + END;
    }

    /** The program's words, and the theme's where these are others. */
    private static void readBoth(Map<String, byte[]> files, String path, Map<String, String> texts) {
        read(files, TemplateSource.DEFAULT + path, texts);
        if (files.get(path) != files.get(TemplateSource.DEFAULT + path)) {
            read(files, path, texts);
        }
    }

    private static void read(Map<String, byte[]> files, String path, Map<String, String> texts) {
        if (files.containsKey(path)) {
            keys(path, files.get(path))
                    .forEach(key -> texts.merge(
                            key.name(),
                            key.text(),
                            // a heading in English is understood beside those of the language
                            (former, own) ->
                                    key.name().startsWith(SECTIONS) && !own.equals(former) ? own + "|" + former : own));
        }
    }

    /**
     * A word of a file.
     *
     * @param name with dots: {@code nav.find}
     * @param value what stands in the file for the text
     */
    record Key(String name, String text, Place place, Span value) {}

    /**
     * Every word of a file, in its order.
     *
     * @throws ThemeProblem where it is no YAML
     */
    static List<Key> keys(String path, byte[] bytes) {
        List<Diagnostic> problems = new ArrayList<>();
        SourceFile file = Characters.legible(
                new SourceFile("theme/" + path, new String(bytes, StandardCharsets.UTF_8)), problems);
        YamlReader.Result result = YamlReader.read(file, new Span(0, file.text().length()), KnownKeys.NONE);
        problems.addAll(result.diagnostics());
        for (Diagnostic problem : problems) {
            throw new ThemeProblem(file.path() + ":" + problem.place().start().line() + ": " + problem.message());
        }
        List<Key> keys = new ArrayList<>();
        flatten("", result.mapping(), file, keys);
        return keys;
    }

    private static void flatten(String prefix, Yaml.Mapping mapping, SourceFile file, List<Key> keys) {
        for (Yaml.Entry entry : mapping.entries()) {
            String name = prefix + entry.key().value();
            if (entry.value() instanceof Yaml.Mapping below) {
                flatten(name + ".", below, file, keys);
            } else if (entry.value() instanceof Yaml.Text text) {
                keys.add(new Key(name, text.value(), file.at(entry.key().span()), text.span()));
            }
        }
    }

    public String language() {
        return language;
    }

    /** What the playbook itself calls something, else the word of a key. */
    public String called(String said, String key) {
        return said.isEmpty() ? get(key) : said;
    }

    /** Every key there is. */
    public Set<String> keys() {
        return texts.keySet();
    }

    /** What the sections of an entry are called. */
    public SectionNames sections() {
        return sections;
    }

    private static SectionNames named(Map<String, String> texts) {
        Map<SectionKind, List<String>> headings = new EnumMap<>(SectionKind.class);
        for (SectionKind kind : SectionKind.values()) {
            List<String> names = Stream.of(
                            texts.getOrDefault(SECTIONS + kind.key(), "").split("\\|"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (!names.isEmpty()) {
                headings.put(kind, names);
            }
        }
        return new SectionNames(headings);
    }

    /** The text of a key, its places filled in order. */
    public String get(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new ThemeProblem("the theme's words have no \"" + key + "\" (theme/" + ENGLISH + ")"
                    + DidYouMean.of(key, texts.keySet()));
        }
        return fill(text, values);
    }

    /** The text of a key for a number, which also fills {@code {0}}: {@code zero} if there is one, else the form of the language. */
    public String count(String key, int number, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = number;
        System.arraycopy(more, 0, values, 1, more.length);
        if (number == 0 && texts.containsKey(key + ".zero")) {
            return get(key + ".zero", values);
        }
        return get(form(key, number), values);
    }

    /** The key of what is said with a number: where the language has no words for its form, those of the others. */
    public String form(String key, long number) {
        String form = key + "." + plurals.form(number);
        return texts.containsKey(form) ? form : key + "." + Plurals.OTHER;
    }

    /** What is said with a number, by the form of CLDR, its places left open: a script knows the number. */
    Map<String, String> forms(String key) {
        Map<String, String> forms = new TreeMap<>();
        Stream.concat(Plurals.FORMS.stream(), Stream.of(Plurals.OTHER))
                .filter(form -> texts.containsKey(key + "." + form))
                .forEach(form -> forms.put(form, texts.get(key + "." + form)));
        return forms;
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
