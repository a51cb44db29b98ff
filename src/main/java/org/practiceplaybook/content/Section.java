package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.markdown.Part;

/**
 * A section of an entry: a heading of the second level and all up to the next one.
 *
 * @param heading absent for what stands before the first heading
 * @param parts at least one; the first begins with the heading
 */
public record Section(Optional<Heading> heading, SectionKind kind, List<Part> parts) {
    public Section {
        parts = List.copyOf(parts);
    }

    /** The sections of a text, in the writer's order. */
    public static List<Section> of(Body body, SectionNames names) {
        Predicate<Heading> beginnings = beginnings(body, names);
        List<Section> sections = new ArrayList<>();
        List<Part> open = new ArrayList<>();
        for (Part part : body.parts()) {
            boolean begins = part.heading().filter(beginnings).isPresent();
            if (begins && !open.isEmpty()) {
                sections.add(section(open, names));
                open.clear();
            }
            open.add(part);
        }
        if (!open.isEmpty()) {
            sections.add(section(open, names));
        }
        return sections;
    }

    /**
     * Which headings of a text begin a section: those of its highest level, of the first two where both are used side by side.
     * In a text that is divided by the first, one of the second does so where its name is that of a section.
     */
    public static Predicate<Heading> beginnings(Body body, SectionNames names) {
        int highest = body.parts().stream()
                .flatMap(part -> part.heading().stream())
                .mapToInt(Heading::level)
                .min()
                .orElse(2);
        boolean raised = body.isRaised();
        return heading -> heading.level() == highest
                || highest == 1 && heading.level() == 2 && (!raised || names.kind(heading.text()) != SectionKind.OTHER);
    }

    private static Section section(List<Part> parts, SectionNames names) {
        Optional<Heading> heading = parts.get(0).heading();
        return new Section(heading, heading.map(h -> names.kind(h.text())).orElse(SectionKind.OTHER), parts);
    }

    /** HTML with marks, the section's own heading left out. */
    public String content() {
        StringBuilder content = new StringBuilder(parts.get(0).content());
        parts.subList(1, parts.size()).forEach(part -> content.append(part.marked()));
        return content.toString();
    }
}
