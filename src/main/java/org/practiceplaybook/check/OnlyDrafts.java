package org.practiceplaybook.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** A change of which readers will see nothing, because it is in drafts alone. */
public final class OnlyDrafts {
    private OnlyDrafts() {}

    /**
     * What is said of such a change.
     *
     * @param touched files that are new, changed or have a new name, images too
     * @param removed files that are gone
     */
    public static Optional<Diagnostic> of(Content content, Set<String> touched, Set<String> removed) {
        List<String> texts = touched.stream()
                .filter(path -> path.matches("(?i).*\\.(?:md|markdown|ya?ml)"))
                .toList();
        List<Practice> drafts = content.practices().stream()
                .filter(practice -> practice.state() == State.DRAFT)
                .filter(practice -> texts.contains(practice.file().path()))
                .toList();
        if (drafts.isEmpty() || drafts.size() < texts.size() || !removed.isEmpty()) {
            return Optional.empty();
        }
        Practice first = drafts.get(0);
        return Optional.of(Diagnostic.of(
                        RuleCode.DRAFT_ONLY,
                        first.at(first.title().span()),
                        drafts.size() == 1
                                ? "this is a draft, and nothing else is changed"
                                : "this is a draft as all the " + drafts.size() + " texts of this change are")
                .effect("nothing of this change")
                .remedy("take the line " + Fields.STATE.line("draft") + " out when readers may see it"));
    }
}
