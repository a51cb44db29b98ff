package org.practiceplaybook.importer;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.asset.AssetReader;
import org.practiceplaybook.content.value.PortableName;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.PageMarkdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.work.Workers;

/**
 * What another library becomes in the playbook. Nothing is written.
 *
 * @param files what would be written, by path
 * @param told what found no place or needs a look, by file and line
 * @param mappingProblems why there is no plan: the mapping has mistakes
 * @param leftOut texts that the mapping leaves out
 * @param unused files that no text uses, by the end of their names
 * @param headings that are no longer there: what became of each, and in how many texts
 */
public record Import(
        List<NewFile> files,
        List<Diagnostic> told,
        List<Diagnostic> mappingProblems,
        List<String> leftOut,
        Map<String, Integer> unused,
        Map<String, Integer> headings) {
    /** Folders whose names say no more than that images are in them. */
    private static final String IMAGE_FOLDERS =
            "^(?:static/|assets/|public/|source/)*(?:images?/|img/|assets/|media/|pictures/)+";

    /**
     * A file for the content folder.
     *
     * @param path below the content folder
     * @param from its path in the library
     * @param text of an entry; of an image nothing
     * @param copied of an image: where it is now
     * @param there is a file of this path there already?
     */
    public record NewFile(String path, String from, Optional<String> text, Optional<Path> copied, boolean there) {}

    /** The text of a first mapping for a library, for a person to edit. */
    public static String guess(ForeignLibrary library, Content ours, SectionNames sections, String name) {
        Ours.Table table = Ours.Table.of(ours.model());
        return MappingFile.write(
                Guess.of(library, table, new TermNames(ours.terms()), new UsualHeadings(sections), name), table, name);
    }

    /**
     * Makes the plan.
     *
     * @param mappingFile as {@link #guess} gives it, or edited
     * @param ours the playbook as it is
     * @param sections what the playbook's are called
     * @param content the content folder, to see what is there already
     */
    public static Import of(
            ForeignLibrary library,
            SourceFile mappingFile,
            Content ours,
            SectionNames sections,
            Path content,
            Workers workers) {
        Ours.Table table = Ours.Table.of(ours.model());
        TermNames vocabulary = new TermNames(ours.terms());
        MappingFile.Result read = MappingFile.read(mappingFile, table, vocabulary.all(), library.paths());
        if (!read.diagnostics().isEmpty()) {
            return new Import(List.of(), List.of(), read.diagnostics(), List.of(), Map.of(), Map.of());
        }
        Mapping mapping = read.mapping();
        UsualHeadings usual = new UsualHeadings(sections);
        List<Handbook> handbooks = Handbook.of(library);
        Targets targets = Targets.of(library.texts(), mapping, handbooks);
        String base = base(mapping.from(), ours.settings().address());
        Markdown markdown = PageMarkdown.of(QuotationMarks.of("en"));
        List<ForeignText> texts = library.texts().stream()
                .filter(text -> targets.all().containsKey(text.file().path()))
                .toList();
        List<Parsed> parsed = workers.map(texts, text -> {
            Targets.Target target = targets.all().get(text.file().path());
            Converter.Converted made = new Converter(
                            text,
                            target,
                            mapping,
                            table,
                            ours.model(),
                            targets,
                            vocabulary,
                            usual,
                            markdown,
                            handbook(text, handbooks),
                            base)
                    .convert();
            String body = LinkRewriter.withoutBase(made.content());
            return parsed(new Converter.Converted(text, target, body, made.headings(), made.told()), markdown);
        });
        Map<String, Body> bodies = new HashMap<>();
        parsed.forEach(one -> bodies.put(one.converted().text().file().path(), one.body()));
        Map<String, String> places = places(library, content);
        LinkRewriter rewriter =
                new LinkRewriter(mapping.from(), targets, handbooks, places.keySet(), places::get, bodies);
        List<LinkRewriter.Rewritten> rewritten = workers.map(parsed, one -> rewriter.rewrite(one.converted()));
        List<NewFile> landings = handbooks.stream()
                .flatMap(handbook -> Landings.of(handbook, library, mapping, targets, content).stream())
                .toList();
        List<Diagnostic> order = handbooks.stream()
                .filter(handbook -> !landings.isEmpty()
                        || handbook.texts().keySet().stream().anyMatch(path -> mapping.use(path) == Mapping.Use.PAGES))
                .flatMap(handbook -> handbook.told().stream())
                .toList();
        return collect(library, parsed, rewritten, places, content, targets, landings, order);
    }

    /** The same where some texts that are there already are to be written all the same. */
    public Import again(Set<String> paths) {
        return new Import(
                files.stream()
                        .map(file -> paths.contains(file.path())
                                ? new NewFile(file.path(), file.from(), file.text(), file.copied(), false)
                                : file)
                        .toList(),
                told,
                mappingProblems,
                leftOut,
                unused,
                headings);
    }

    private static Optional<Handbook> handbook(ForeignText text, List<Handbook> handbooks) {
        return handbooks.stream()
                .filter(handbook -> Handbook.isWithin(text.file().path(), handbook.root()))
                .reduce((outer, inner) -> inner);
    }

    /** The old site's path below the root of the playbook's site, where both are on one host. */
    private static String base(String from, Optional<URI> address) {
        if (from.isEmpty()) {
            return "";
        }
        try {
            URI old = new URI(from);
            String host = address.map(URI::getHost).orElse("");
            String own = address.map(URI::getPath).orElse("").replaceAll("/+$", "");
            String path = old.getPath() == null ? "" : old.getPath();
            return host.equalsIgnoreCase(old.getHost()) && path.startsWith(own) ? path.substring(own.length()) : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private record Parsed(Converter.Converted converted, Body body) {}

    private static Parsed parsed(Converter.Converted converted, Markdown markdown) {
        SourceFile file = new SourceFile(converted.target().path(), converted.content());
        return new Parsed(converted, markdown.read(file, converted.content().indexOf("\n---\n") + 5));
    }

    private static Import collect(
            ForeignLibrary library,
            List<Parsed> parsed,
            List<LinkRewriter.Rewritten> rewritten,
            Map<String, String> places,
            Path content,
            Targets targets,
            List<NewFile> landings,
            List<Diagnostic> order) {
        List<NewFile> files = new ArrayList<>(landings);
        List<Diagnostic> told = new ArrayList<>(library.diagnostics());
        told.addAll(order);
        Set<String> used = new TreeSet<>();
        for (int i = 0; i < parsed.size(); i++) {
            Converter.Converted converted = parsed.get(i).converted();
            String path = converted.target().path();
            files.add(new NewFile(
                    path,
                    converted.text().file().path(),
                    Optional.of(rewritten.get(i).content()),
                    Optional.empty(),
                    Files.exists(content.resolve(path))));
            told.addAll(converted.told());
            told.addAll(rewritten.get(i).told());
            used.addAll(rewritten.get(i).used());
        }
        used.forEach(path -> files.add(new NewFile(
                places.get(path),
                path,
                Optional.empty(),
                Optional.of(library.others().get(path)),
                Files.exists(content.resolve(places.get(path))))));
        Map<String, Integer> headings = new TreeMap<>();
        parsed.forEach(one -> one.converted().headings().forEach(gone -> headings.merge(gone, 1, Integer::sum)));
        Map<String, Integer> unused = new TreeMap<>();
        library.others().keySet().stream()
                .filter(path -> !used.contains(path))
                .forEach(path -> unused.merge(ForeignLibrary.end(path), 1, Integer::sum));
        told.sort(Diagnostic.ORDER);
        List<String> leftOut = library.texts().stream()
                .map(text -> text.file().path())
                .filter(path -> !targets.all().containsKey(path))
                .toList();
        return new Import(files, List.copyOf(told), List.of(), leftOut, unused, headings);
    }

    /** Where each file that a reader may get would be. One that is there already with the same bytes is the same file. */
    private static Map<String, String> places(ForeignLibrary library, Path content) {
        Map<String, String> places = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        library.others().forEach((path, location) -> {
            if (!AssetReader.isAllowed(path)) {
                return;
            }
            String wanted = PortableName.renamed("images/" + path.replaceFirst(IMAGE_FOLDERS, ""));
            int dot = wanted.lastIndexOf('.');
            String place = wanted;
            for (int i = 2;
                    !taken.add(place.toLowerCase(Locale.ROOT)) || isOther(content.resolve(place), location);
                    i++) {
                place = wanted.substring(0, dot) + "-" + i + wanted.substring(dot);
            }
            places.put(path, place);
        });
        return places;
    }

    private static boolean isOther(Path there, Path location) {
        try {
            return Files.exists(there) && Files.mismatch(there, location) >= 0;
        } catch (IOException e) {
            return true; // then it is a file of its own; copying it tells why it cannot be read
        }
    }
}
