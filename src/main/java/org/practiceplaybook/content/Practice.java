package org.practiceplaybook.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.practiceplaybook.content.value.Experience;
import org.practiceplaybook.content.value.GroupRange;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.content.value.TimeRange;
import org.practiceplaybook.content.value.Where;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/**
 * Something that people across organisations can do.
 *
 * @param timeWritten the time as the writer put it, also where it could not be understood
 * @param groupWritten the same of the group
 * @param own what it says in fields of the playbook's own
 * @param related slug and reason
 * @param aka other names, and slugs that it had before
 * @param sketch what summary and body are like
 */
public record Practice(
        SourceFile file,
        String slug,
        Located<String> title,
        Located<String> summary,
        TermRefs terms,
        Optional<TimeRange> time,
        String timeWritten,
        Optional<Where> where,
        Optional<GroupRange> group,
        String groupWritten,
        Optional<Experience> experience,
        List<String> materials,
        List<Model.Value> own,
        List<Related> related,
        List<Citation> sources,
        List<String> authors,
        List<Located<String>> aka,
        Optional<PartialDate> reviewed,
        State state,
        Optional<Located<String>> replacedBy,
        Body body,
        Sketch sketch)
        implements Entry {

    /** Another practice, and why somebody who reads this one might want it. */
    public record Related(Located<String> slug, String reason) {}

    public Practice {
        materials = List.copyOf(materials);
        own = List.copyOf(own);
        related = List.copyOf(related);
        sources = List.copyOf(sources);
        authors = List.copyOf(authors);
        aka = List.copyOf(aka);
    }

    /** The same with what it says in fields of the playbook's own. */
    Practice with(List<Model.Value> other) {
        return new Practice(
                file,
                slug,
                title,
                summary,
                terms,
                time,
                timeWritten,
                where,
                group,
                groupWritten,
                experience,
                materials,
                other,
                related,
                sources,
                authors,
                aka,
                reviewed,
                state,
                replacedBy,
                body,
                sketch);
    }

    /** The short names that it had before, as its {@code aka} tells them. A name that readers use may be among them. */
    public Stream<String> formerSlugs() {
        return aka.stream()
                .map(Located::value)
                .filter(slug -> Slug.isValid(slug) && !Slug.isTooLong(slug) && !slug.equals("index"));
    }

    /** Are there questions to ask oneself? */
    public boolean asks(SectionNames names) {
        return body.headings().stream().anyMatch(heading -> names.kind(heading.text()) == SectionKind.ASK)
                && Section.of(body, names).stream()
                        .filter(section -> section.kind() == SectionKind.ASK)
                        .flatMap(section -> section.parts().stream())
                        .anyMatch(part -> !Body.items(part).isEmpty());
    }

    /** Can a group do it together? So it is taken where the writer does not say. */
    public boolean isForTheRoom() {
        return where.isEmpty() || where.get() == Where.TOGETHER;
    }

    /** Only title and summary: an invitation to write the rest. */
    public boolean isStub() {
        return body.isBlank();
    }
}
