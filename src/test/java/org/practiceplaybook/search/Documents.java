package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.practiceplaybook.work.Workers;

/** Documents that a test writes, and the index of them. */
final class Documents {
    private final List<Document> documents = new ArrayList<>();
    private String language = "en";
    private ConstraintTable constraints = ConstraintTable.NONE;

    Documents in(String tag) {
        language = tag;
        return this;
    }

    Documents reading(ConstraintTable table) {
        constraints = table;
        return this;
    }

    /** A page with a title and a text at its top. */
    Documents page(String path, String title, String text) {
        return with(page(path).title(title).text(text));
    }

    Documents with(Draft draft) {
        documents.add(draft.made());
        return this;
    }

    static Draft page(String path) {
        return new Draft(path);
    }

    List<Document> list() {
        return documents;
    }

    SortedMap<String, byte[]> files() {
        return Indexer.index(documents, constraints, language, new Workers(2));
    }

    /** The same with a file for each shard, as of a large site. */
    SortedMap<String, byte[]> filesApart() {
        return Indexer.apart(documents, constraints, language, new Workers(2));
    }

    Found found() {
        return new Found(files());
    }

    /** An index, asked. */
    static final class Found {
        final Script script;

        Found(Map<String, byte[]> files) {
            this.script = Script.open(files).orElseThrow();
        }

        Script.Answer search(String query) {
            return script.search(query, 10);
        }

        List<String> pages(String query) {
            return search(query).pages();
        }

        List<String> places(String query) {
            return search(query).places();
        }
    }

    /** A document that is being written. */
    static final class Draft {
        private final String path;
        private String anchor = "";
        private String type = "page";
        private String title = "Untitled";
        private List<String> aka = List.of();
        private String summary = "";
        private final List<Document.Passage> passages = new ArrayList<>();
        private String hidden = "";
        private double weight = 1;
        private final Map<String, List<String>> facets = new LinkedHashMap<>();
        private final Map<String, Document.Range> ranges = new LinkedHashMap<>();

        private Draft(String path) {
            this.path = path;
        }

        Draft at(String place) {
            anchor = place;
            return this;
        }

        Draft title(String text) {
            title = text;
            return this;
        }

        Draft aka(String... names) {
            aka = List.of(names);
            return this;
        }

        Draft summary(String text) {
            summary = text;
            return this;
        }

        Draft text(String text) {
            return passage("", "", text);
        }

        Draft passage(String place, String heading, String text) {
            passages.add(new Document.Passage(place, heading, text));
            return this;
        }

        Draft hidden(String names) {
            hidden = names;
            return this;
        }

        Draft weight(double part) {
            weight = part;
            return this;
        }

        Draft facet(String name, String... values) {
            facets.put(name, List.of(values));
            return this;
        }

        Draft range(String name, int low, int high) {
            ranges.put(name, new Document.Range(low, high));
            return this;
        }

        /** What it takes at the least, and what each person adds. */
        Draft each(String name, int low, int each, int most) {
            ranges.put(name, new Document.Range(low, Integer.MAX_VALUE, each, most));
            return this;
        }

        Document made() {
            return new Document(path, anchor, type, title, aka, summary, "", passages, hidden, facets, ranges, weight);
        }
    }
}
