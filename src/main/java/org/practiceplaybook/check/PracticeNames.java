package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.Span;

/** Where practices are named: in front matter by their short name, in a text by their file. */
final class PracticeNames {
    private static final Pattern FILE = Pattern.compile("(?:(.*)/)?([^/?#]+)\\.md(?:[?#].*)?");

    private PracticeNames() {}

    /**
     * A place where a practice is named.
     *
     * @param slug as it is named
     * @param span of the name, or of the whole address of a link
     * @param link does the text link to its file?
     */
    record Name(String slug, Entry entry, Span span, boolean link) {}

    static List<Name> of(CheckContext subject) {
        List<Name> names = new ArrayList<>();
        for (Practice practice : subject.content().practices()) {
            practice.related().forEach(related -> add(names, practice, related.slug()));
            practice.replacedBy().ifPresent(slug -> add(names, practice, slug));
        }
        for (Attempt attempt : subject.content().attempts()) {
            attempt.named().forEach(slug -> add(names, attempt, slug));
        }
        for (Pathway pathway : subject.content().pathways()) {
            pathway.steps().forEach(step -> add(names, pathway, step.practice()));
        }
        for (Entry entry : subject.entries()) {
            for (Link link : entry.body().links()) {
                if (!link.image()) {
                    slug(entry, link).ifPresent(slug -> names.add(new Name(slug, entry, link.span(), true)));
                }
            }
        }
        return names;
    }

    private static void add(List<Name> names, Entry entry, Located<String> slug) {
        names.add(new Name(slug.value(), entry, slug.span(), false));
    }

    /** The practice whose file a link leads to, whether there is such a file or not. */
    private static Optional<String> slug(Entry entry, Link link) {
        Matcher file = FILE.matcher(link.url().value());
        if (!file.matches()) {
            return Optional.empty();
        }
        String folder = file.group(1) == null || file.group(1).equals(".") ? "" : file.group(1);
        boolean practice = folder.isEmpty()
                ? entry.file().path().lastIndexOf('/') == "practices".length()
                        && entry.file().path().startsWith("practices/")
                : folder.equals("practices") || folder.endsWith("/practices");
        return practice ? Optional.of(file.group(2)) : Optional.empty();
    }
}
