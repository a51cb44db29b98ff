package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Agenda;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Citation;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.markdown.Markup;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.text.BodyRenderer;
import org.practiceplaybook.text.FactWords;
import org.practiceplaybook.text.FactWords.Fact;
import org.practiceplaybook.text.GlossaryIndex;
import org.practiceplaybook.theme.Words;

/** An entry as its page will show it: title, facts, sections with their steps, materials, credit. */
record Preview(Library library, Words words, GlossaryIndex glossary) {
    Html of(Entry entry) {
        Markup out = new Markup();
        out.element("h2", entry.title().value());
        if (!entry.summary().value().isEmpty()) {
            out.open("p", "lead").text(entry.summary().value()).close("p");
        }
        facts(entry, out);
        sections(entry, out);
        if (entry instanceof Practice practice) {
            list(words.get("practice.materials"), practice.materials(), out);
            list(
                    words.get("practice.sources"),
                    practice.sources().stream().map(Preview::source).toList(),
                    out);
            if (!practice.authors().isEmpty()) {
                out.open("p", "colophon")
                        .text(words.get("practice.authors") + " "
                                + String.join(words.get("list.separator"), practice.authors()) + ".")
                        .close("p");
            }
        }
        return out.html();
    }

    private void facts(Entry entry, Markup out) {
        List<Fact> facts = new ArrayList<>();
        if (entry instanceof Practice practice) {
            facts.addAll(new FactWords(words).of(practice));
            for (Taxonomy taxonomy : library.taxonomies()) {
                facts.add(new Fact(
                        taxonomy.key(),
                        words.called(taxonomy.label(), "practice." + taxonomy.key()),
                        library.terms(taxonomy, practice).stream()
                                .map(term -> term.name())
                                .collect(Collectors.joining(words.get("list.separator"))),
                        ""));
            }
        } else if (entry instanceof Attempt attempt) {
            attempt.outcome()
                    .ifPresent(outcome ->
                            facts.add(fact("contribute.attempt.result", words.get("result." + outcome.key()))));
            facts.add(fact("attempt.practices", titles(attempt.practices())));
            facts.add(fact("attempt.ledTo", titles(attempt.ledTo())));
            facts.add(fact("attempt.setting", attempt.setting()));
            facts.add(fact(
                    "attempt.sharedBy", attempt.isAnonymous() ? words.get("attempt.anonymous") : attempt.sharedBy()));
        }
        facts.removeIf(fact -> fact.value().isEmpty());
        if (!facts.isEmpty()) {
            out.open("dl", "strip");
            facts.forEach(fact -> out.open("div", "")
                    .element("dt", fact.label())
                    .element("dd", fact.value())
                    .close("div"));
            out.close("dl");
        }
    }

    private Fact fact(String label, String value) {
        return new Fact(label, words.get(label), value, "");
    }

    private String titles(List<Located<String>> slugs) {
        return slugs.stream()
                .flatMap(slug -> library.practice(slug.value()).stream())
                .map(practice -> practice.title().value())
                .collect(Collectors.joining(words.get("list.separator")));
    }

    private void sections(Entry entry, Markup out) {
        List<Section> sections = Section.of(entry.body(), words.sections());
        int minutes = entry instanceof Practice ? Agenda.of(sections).minutes() : 0;
        // as if it lay beside the form, which is as deep as an entry's page
        String from = Addresses.FIRST.suggestChange();
        BodyRenderer text = new BodyRenderer(
                entry.body(),
                library.linksOf(entry),
                words,
                glossary,
                Addresses.FIRST,
                from,
                to -> Addresses.relative(from, to));
        for (Section section : sections) {
            boolean what = section.kind() == SectionKind.WHAT;
            out.open("section", section.kind().key());
            section.heading().ifPresent(heading -> {
                out.open("h3", "").text(heading.text());
                if (what && minutes > 0) {
                    out.text(" ")
                            .open("span", "total")
                            .text(new FactWords(words).total((Practice) entry, minutes))
                            .close("span");
                }
                out.close("h3");
            });
            out.html(what ? text.agenda(section.content()) : text.html(section.content()));
            out.close("section");
        }
    }

    private static void list(String title, List<String> lines, Markup out) {
        if (!lines.isEmpty()) {
            out.element("h3", title).open("ul", "plain");
            lines.forEach(line -> out.element("li", line));
            out.close("ul");
        }
    }

    private static String source(Citation source) {
        String year = source.year().isEmpty() ? "" : " (" + source.year() + ")";
        String author = source.author().isEmpty() ? "" : source.author() + year + ": ";
        return author + source.title() + (source.author().isEmpty() ? year : "") + "."
                + (source.note().isEmpty() ? "" : " " + source.note());
    }
}
