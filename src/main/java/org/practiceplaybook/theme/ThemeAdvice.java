package org.practiceplaybook.theme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/**
 * What somebody should know of the files of a theme that are not the program's: those that do nothing, since nothing is called
 * so, and colours that cannot be read.
 */
final class ThemeAdvice {
    private final Map<String, byte[]> files;
    private final Set<String> own;
    private final List<Diagnostic> found = new ArrayList<>();

    private ThemeAdvice(Map<String, byte[]> files, Set<String> own) {
        this.files = files;
        this.own = own;
    }

    /** All advice on a theme, by file and place. */
    static List<Diagnostic> on(Map<String, byte[]> files) {
        Set<String> own = own(files);
        if (own.isEmpty()) {
            return List.of();
        }
        ThemeAdvice advice = new ThemeAdvice(files, own);
        advice.templates();
        advice.words();
        advice.found.addAll(advice.palette().advice());
        advice.found.sort(Diagnostic.ORDER);
        return List.copyOf(advice.found);
    }

    /** The paths of the files that are not the program's, or not as the program has them. */
    private static Set<String> own(Map<String, byte[]> files) {
        if (files.keySet().stream().noneMatch(path -> path.startsWith(TemplateSource.DEFAULT))) {
            return Set.of(); // the program's files alone
        }
        return files.keySet().stream()
                .filter(path -> !path.startsWith(TemplateSource.DEFAULT))
                .filter(path -> !Arrays.equals(files.get(path), files.get(TemplateSource.DEFAULT + path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SourceFile file(String path) {
        return file(path, files);
    }

    private static SourceFile file(String path, Map<String, byte[]> files) {
        return new SourceFile("theme/" + path, new String(files.get(path), StandardCharsets.UTF_8));
    }

    private boolean isNew(String path) {
        return own.contains(path) && !files.containsKey(TemplateSource.DEFAULT + path);
    }

    private void templates() {
        Map<String, TemplateSource> sources = Templates.sources(files);
        List<TemplateSource.Tag> asked = sources.values().stream()
                .flatMap(source -> source.tags().stream())
                .filter(TemplateSource.Tag::asksForTemplate)
                .toList();
        if (asked.stream().anyMatch(tag -> tag.name().isEmpty())) {
            return; // a name that is made when the page is may be any
        }
        Set<String> used = asked.stream().map(TemplateSource.Tag::name).collect(Collectors.toSet());
        Set<String> known = sources.keySet().stream()
                .filter(name -> name.startsWith(TemplateSource.DEFAULT))
                .map(name -> name.substring(TemplateSource.DEFAULT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String path : own) {
            if (path.startsWith(Templates.FOLDER) && isNew(path)) {
                String name = path.substring(Templates.FOLDER.length()).replaceFirst("\\.\\w+$", "");
                if (path.endsWith(Templates.END) && used.contains(name)) {
                    continue;
                }
                found.add(Diagnostic.of(
                                RuleCode.UNUSED_TEMPLATE,
                                file(path).whole(),
                                "no page is made of the template " + name + ", and no other template uses it"
                                        + DidYouMean.of(name, known))
                        .effect("the pages as they are without this file")
                        .remedy("give it the name of the template that it should replace, or take it out"));
            }
        }
    }

    private void words() {
        Map<String, Words.Key> known = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(TemplateSource.DEFAULT + Words.FOLDER)) {
                Words.keys(path, bytes).forEach(key -> known.put(key.name(), key));
            }
        });
        String asked = own.stream()
                .filter(path -> path.endsWith(Templates.END))
                .map(path -> file(path).text())
                .collect(Collectors.joining("\n"));
        for (String path : own) {
            if (path.startsWith(Words.FOLDER) && path.endsWith(".yml")) {
                Words.keys(path, files.get(path)).stream()
                        .filter(key -> !known.containsKey(key.name()) && !isAskedFor(key.name(), asked))
                        .forEach(key -> found.add(Diagnostic.of(
                                        RuleCode.UNUSED_WORDS,
                                        key.place(),
                                        "nothing asks for the words \"" + key.name() + "\""
                                                + DidYouMean.of(key.name(), known.keySet()))
                                .effect("nothing of these words")
                                .remedy("write the key as the program's own words have it, or take the line out")));
            }
        }
    }

    /** Is a key written in a template, as a whole or up to one of its dots, where a template puts the rest behind it? */
    private static boolean isAskedFor(String key, String templates) {
        if (templates.contains("\"" + key + "\"")) {
            return true;
        }
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            String before = key.substring(0, dot);
            if (templates.contains("\"" + before + "\"") || templates.contains("\"" + before + ".\"")) {
                return true;
            }
        }
        return false;
    }

    private Palette palette() {
        return new Palette(
                sheets(files), own.stream().map(path -> "theme/" + path).collect(Collectors.toSet()));
    }

    /** The style sheets of a theme, in their order. */
    static List<SourceFile> sheets(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(path -> path.startsWith("styles/") && path.endsWith(".css"))
                .map(path -> file(path, files))
                .toList();
    }
}
