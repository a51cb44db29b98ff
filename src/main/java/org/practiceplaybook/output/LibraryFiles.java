package org.practiceplaybook.output;

import java.time.LocalDate;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.asset.AssetReader;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.value.Keyed;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.PersonName;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.schema.LibrarySchema;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.work.Sha256;

/**
 * The whole library in one file for other programs, and the schema of that file. What readers do not see is not in it:
 * drafts, and files that no text uses. {@code playbook import} makes the same library of it again.
 */
final class LibraryFiles implements SiteOutput {
    @Override
    public void addTo(List<Edition> editions, List<SiteFile> pages, Consumer<SiteFile> sheets) {
        Edition edition = editions.get(0);
        sheets.accept(new SiteFile(
                edition.addresses().library(), () -> Json.of(library(edition)).between("", "\n")));
        sheets.accept(new SiteFile(
                edition.addresses().librarySchema(),
                () -> LibrarySchema.of(edition.library().model(), edition.words())));
    }

    private static Map<String, Object> library(Edition edition) {
        Library library = edition.library();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("$schema", edition.addresses().librarySchema());
        all.put("format", LibrarySchema.FORMAT);
        all.put("generator", edition.words().get("generator", edition.options().version()));
        all.put(
                Fields.Playbook.ADDRESS.key(),
                edition.address(edition.addresses().home()));
        all.put(Fields.Playbook.LANGUAGE.key(), edition.settings().language());
        all.put("settings", edition.settings().written());
        all.put("practices", entries(edition, library.practices().values()));
        all.put("attempts", entries(edition, library.attempts().values()));
        all.put("pathways", entries(edition, library.pathways().values()));
        all.put("pages", entries(edition, library.allPages()));
        Map<String, Object> taxonomies = new LinkedHashMap<>();
        for (Taxonomy taxonomy : library.taxonomies()) {
            taxonomies.put(
                    taxonomy.key(),
                    library.terms(taxonomy).stream()
                            .map(term -> term(edition, term))
                            .toList());
        }
        all.put("taxonomies", taxonomies);
        all.put("glossary", library.glossary().stream().map(LibraryFiles::word).toList());
        all.put("data", data(library));
        all.put(
                "files",
                library.files().stream().map(file -> file(edition, file)).toList());
        return all;
    }

    /** Told one at a time, as the file is written: together they are as much as the whole playbook. */
    private static Collection<Map<String, Object>> entries(Edition edition, Collection<? extends Entry> entries) {
        return new AbstractCollection<>() {
            @Override
            public Iterator<Map<String, Object>> iterator() {
                return entries.stream().map(entry -> entry(edition, entry)).iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    private static Map<String, Object> entry(Edition edition, Entry entry) {
        SourceFile file = entry.file();
        int body = entry.body().start();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("slug", entry.slug());
        told.put("file", file.path());
        told.put("page", edition.addresses().of(entry));
        told.put("markdown", edition.addresses().markdown(entry));
        told.put(Fields.TITLE.key(), entry.title().value());
        told.put(Fields.SUMMARY.key(), entry.summary().value());
        told.put(
                "changed",
                edition.library().changed(entry).map(LocalDate::toString).orElse(""));
        told.put(
                "fields",
                withoutAddresses(FieldValues.of(
                        entry, edition.library().model(), edition.settings().language())));
        if (entry instanceof Practice practice) {
            told.put(
                    Fields.RELATED.key(),
                    edition.library().related(practice).stream()
                            .map(relation -> relation.practice().slug())
                            .toList());
            told.put(
                    "attempts",
                    edition.library().attemptsAt(practice).stream()
                            .map(Entry::slug)
                            .toList());
            told.put("renamed", practice.formerSlugs().toList());
        }
        told.put("frontMatter", PersonName.withoutAddresses(file.text().substring(0, body)));
        told.put("body", file.text().substring(body));
        return told;
    }

    private static Map<String, Object> term(Edition edition, Term term) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Fields.NAME.key(), term.name());
        put(fields, Fields.DEFINITION.key(), term.definition());
        put(fields, Fields.QUESTION.key(), term.question());
        if (!term.questions().isEmpty()) {
            fields.put(Fields.QUESTIONS.key(), term.questions());
        }
        term.number().ifPresent(number -> fields.put(Fields.NUMBER.key(), number));
        put(fields, Fields.BAND.key(), term.band().map(Keyed::key).orElse(""));
        put(fields, Fields.EXAMPLE.key(), term.example());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("slug", term.slug());
        told.put("page", edition.addresses().of(term));
        told.put("fields", fields);
        return told;
    }

    private static Map<String, Object> word(GlossaryEntry word) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, Fields.MEANS.key(), word.means());
        put(fields, Fields.SEE.key(), word.see().map(Located::value).orElse(""));
        if (!word.aka().isEmpty()) {
            fields.put(Fields.AKA.key(), word.aka().stream().map(Located::value).toList());
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("term", word.term().value());
        told.put("fields", fields);
        return told;
    }

    private static Object withoutAddresses(Object value) {
        if (value instanceof String text) {
            return PersonName.withoutAddresses(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(LibraryFiles::withoutAddresses).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((key, one) -> all.put(key, withoutAddresses(one)));
            return all;
        }
        return value;
    }

    private static void put(Map<String, Object> fields, String key, String text) {
        if (!text.isEmpty()) {
            fields.put(key, text);
        }
    }

    /** The files of terms and words, as they were written. */
    private static List<Map<String, String>> data(Library library) {
        Map<String, SourceFile> files = new TreeMap<>();
        library.terms().values().stream()
                .flatMap(terms -> terms.values().stream())
                .map(term -> term.place().file())
                .forEach(file -> files.put(file.path(), file));
        library.glossary().forEach(word -> files.put(word.file().path(), word.file()));
        return files.values().stream()
                .map(file -> Map.of("file", file.path(), "content", file.text()))
                .map(one -> (Map<String, String>) new TreeMap<>(one))
                .toList();
    }

    private static Map<String, String> file(Edition edition, ContentAsset asset) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("file", asset.path());
        told.put("path", edition.addresses().asset(asset.path()));
        told.put("sha256", Sha256.of(AssetReader.bytes(asset)));
        return told;
    }
}
