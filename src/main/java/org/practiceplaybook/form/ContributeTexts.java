package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.theme.Json;

/**
 * The texts as their contributors wrote them, so that a reader without network or account can change one. They lie in
 * scripts, each with a run of neighbours by path: a page that lies on a disk may read nothing else, and a file for each
 * text would double the site's.
 */
public final class ContributeTexts implements Output {
    /** In characters of text. */
    private static final int ENOUGH = 100_000;

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        List<List<SourceFile>> parts = parts(edition);
        for (int i = 0; i < parts.size(); i++) {
            List<SourceFile> part = parts.get(i);
            sheets.accept(new SiteFile(edition.addresses().sources(i), () -> script(part)));
        }
    }

    /** The path of the first text of each part. */
    static List<String> firsts(Edition edition) {
        return parts(edition).stream().map(part -> part.get(0).path()).toList();
    }

    private static List<List<SourceFile>> parts(Edition edition) {
        List<List<SourceFile>> parts = new ArrayList<>();
        int length = ENOUGH;
        for (SourceFile file : texts(edition.library())) {
            if (length >= ENOUGH) {
                parts.add(new ArrayList<>());
                length = 0;
            }
            parts.get(parts.size() - 1).add(file);
            length += file.text().length();
        }
        return parts;
    }

    /** By path; of a translated edition also the originals, beside which its texts are judged. */
    private static Collection<SourceFile> texts(Library library) {
        Map<String, SourceFile> files = new TreeMap<>();
        library.texts().forEach(file -> files.put(file.path(), file));
        library.tongues().translations().values().stream()
                .flatMap(translated -> translated.entry().stream())
                .forEach(entry -> files.put(entry.file().path(), entry.file()));
        return files.values();
    }

    private static byte[] script(List<SourceFile> part) {
        Map<String, Object> texts = new LinkedHashMap<>();
        part.forEach(file -> texts.put(file.path(), file.text()));
        return Json.of(texts).between("window.playbookTexts = ", ";\n");
    }
}
