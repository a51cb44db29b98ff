package org.practiceplaybook.page;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.library.PersonName;

/**
 * How to name a practice as a source.
 *
 * @param text a line for people
 * @param bibtex an entry for programs that keep references
 */
public record CiteView(String text, String bibtex) {
    static CiteView of(Edition edition, Practice practice) {
        List<String> authors = authors(practice);
        String year = edition.library()
                .changed(practice)
                .map(day -> String.valueOf(day.getYear()))
                .orElse("");
        String book = edition.settings().name();
        String title = practice.title().value();
        String address = edition.address(edition.addresses().of(practice));
        StringBuilder text = new StringBuilder(authors.isEmpty() ? book : String.join(", ", authors));
        text.append(year.isEmpty() ? "" : " (" + year + ")").append(": ").append(title);
        text.append(endsSentence(title) ? " " : ". ");
        text.append(authors.isEmpty() ? "" : edition.words().get("cite.in", book) + " ");
        text.append(
                edition.settings().edition().isEmpty()
                        ? ""
                        : edition.words().get("cite.edition", edition.settings().edition()) + " ");
        text.append(address.isEmpty() ? "" : address + " ");
        text.append(
                edition.settings().licence().isEmpty()
                        ? ""
                        : edition.words().get("cite.licence", edition.settings().licence()));
        return new CiteView(
                text.toString().strip(), bibtex(practice.slug(), authors, title, year, book, edition, address));
    }

    private static boolean endsSentence(String title) {
        return !title.isEmpty() && ".?!…".indexOf(title.charAt(title.length() - 1)) >= 0;
    }

    public static List<String> authors(Practice practice) {
        return practice.authors().stream()
                .flatMap(name -> PersonName.of(name).stream())
                .toList();
    }

    private static String bibtex(
            String slug,
            List<String> authors,
            String title,
            String year,
            String book,
            Edition edition,
            String address) {
        String key = key(slug);
        StringBuilder out = new StringBuilder("@misc{")
                .append(key.isEmpty() ? "practice" : key)
                .append(",\n");
        // braces keep a name of several words together that is no person's
        String names = authors.isEmpty()
                ? "{" + tex(book) + "}"
                : authors.stream().map(name -> "{" + tex(name) + "}").collect(Collectors.joining(" and "));
        out.append("  author = {").append(names).append("},\n");
        field(out, "title", "{" + tex(title) + "}");
        field(out, "year", year);
        field(out, "howpublished", tex(book));
        field(out, "edition", tex(edition.settings().edition()));
        field(out, "url", address);
        return out.append("}").toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append("  ").append(name).append(" = {").append(value).append("},\n");
        }
    }

    /** Programs want letters, digits and hyphens of ASCII. */
    private static String key(String slug) {
        StringBuilder key = new StringBuilder(slug.length());
        for (char c : slug.toCharArray()) {
            if (c >= 128) {
                return Normalizer.normalize(slug, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9-]", "");
            }
            if (Character.isLetterOrDigit(c) || c == '-') {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static String tex(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '{', '}', '$', '&', '%', '#', '_' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
