package org.practiceplaybook.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.SiteFile;

/**
 * What a language model should read of the playbook: {@code llms.txt} (llmstxt.org) with a line for each entry, which leads
 * to its Markdown. Where that is too long it names files of a challenge's practices, and each of those is short enough.
 */
final class LanguageModelFiles implements Output {
    /** In characters, of any of the files. */
    static final int LONGEST = 50_000;
    /** Of a line: what is longer is no summary. */
    private static final int LONGEST_LINE = 1_000;

    /**
     * A list of entries.
     *
     * @param name of its files, where it has files of its own
     */
    private record Part(String name, String title, List<? extends Entry> entries) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        Map<String, String> files = files(edition);
        files.forEach((path, text) -> sheets.accept(new SiteFile(path, () -> text.getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<String, String> files(Edition edition) {
        Library library = edition.library();
        List<Practice> practices =
                edition.listed(List.copyOf(library.practices().values()));
        List<Part> others = Stream.of(
                        part(edition, "pathways", List.copyOf(library.pathways().values())),
                        part(edition, "log", List.copyOf(library.attempts().values())),
                        part(edition, "pages", library.allPages()))
                .toList();
        String head = head(edition);
        List<Part> all = Stream.concat(Stream.of(part(edition, "practices", practices)), others.stream())
                .filter(part -> !part.entries().isEmpty())
                .toList();
        String path = edition.addresses().llms();
        String whole =
                head + all.stream().map(part -> section(edition, path, part)).collect(Collectors.joining());
        Map<String, String> files = new LinkedHashMap<>();
        if (whole.length() <= LONGEST) {
            files.put(path, whole);
            return files;
        }
        StringBuilder index = new StringBuilder(head);
        Stream.concat(byChallenge(edition, practices).stream(), others.stream())
                .filter(part -> !part.entries().isEmpty())
                .forEach(part -> split(edition, part, files, index));
        files.put(path, index.toString());
        return files;
    }

    private static Part part(Edition edition, String words, List<? extends Entry> entries) {
        return new Part(words, edition.words().get(words + ".title"), entries);
    }

    /** Every practice is in one of them at least. */
    private static List<Part> byChallenge(Edition edition, List<Practice> practices) {
        List<Part> parts = new ArrayList<>();
        Set<Practice> left = new LinkedHashSet<>(practices);
        for (Term term : edition.library().terms(Taxonomy.CHALLENGES)) {
            List<Practice> of = edition.listed(edition.library().practicesOf().getOrDefault(term.key(), List.of()));
            parts.add(new Part(term.key().replace('/', '-'), line(term.name()), of));
            left.removeAll(of);
        }
        parts.add(part(edition, "practices", List.copyOf(left)));
        return parts;
    }

    /** Writes the files of a part, and names them. */
    private static void split(Edition edition, Part part, Map<String, String> files, StringBuilder index) {
        String title = "# " + part.title() + "\n\n";
        Function<Integer, String> path =
                number -> edition.addresses().llms(part.name() + (number == 1 ? "" : "-" + number));
        StringBuilder open = new StringBuilder(title);
        int number = 1;
        int entries = 0;
        for (Entry entry : part.entries()) {
            String line = line(edition, path.apply(number), entry);
            if (open.length() + line.length() > LONGEST) {
                close(edition, part, path.apply(number), number, entries, open, files, index);
                open = new StringBuilder(title);
                entries = 0;
                number++;
                line = line(edition, path.apply(number), entry);
            }
            open.append(line);
            entries++;
        }
        close(edition, part, path.apply(number), number, entries, open, files, index);
    }

    private static void close(
            Edition edition,
            Part part,
            String path,
            int number,
            int entries,
            CharSequence text,
            Map<String, String> files,
            StringBuilder index) {
        files.put(path, text.toString());
        String title = part.title() + (number == 1 ? "" : " " + number);
        index.append(link(title, Addresses.relative(edition.addresses().llms(), path)))
                .append(": ")
                .append(entries)
                .append('\n');
    }

    private static String head(Edition edition) {
        String tagline = line(edition.settings().tagline());
        return "# " + line(edition.settings().name()) + "\n\n"
                + (tagline.isEmpty() ? "" : "> " + tagline + "\n\n")
                + edition.words().get("llms.about") + "\n\n"
                + link(edition.words().get("llms.library"), edition.addresses().library())
                + "\n\n";
    }

    private static String section(Edition edition, String path, Part part) {
        return part.entries().stream()
                .map(entry -> line(edition, path, entry))
                .collect(Collectors.joining("", "## " + part.title() + "\n\n", "\n"));
    }

    private static String line(Edition edition, String path, Entry entry) {
        String summary = line(entry.summary().value());
        return link(
                        line(entry.title().value()),
                        Addresses.relative(path, edition.addresses().markdown(entry)))
                + (summary.isEmpty() ? "" : ": " + summary) + "\n";
    }

    private static String link(String text, String path) {
        return "- [" + text.replaceAll("[\\\\\\[\\]]", "\\\\$0") + "](" + Addresses.url(path) + ")";
    }

    private static String line(String text) {
        return text.length() <= LONGEST_LINE
                ? text
                : text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(LONGEST_LINE / 2, text.codePointCount(0, text.length()))))
                        + "…";
    }
}
