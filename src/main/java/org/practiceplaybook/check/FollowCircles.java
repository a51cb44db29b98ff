package org.practiceplaybook.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Attempts that follow each other in a circle, so that none is the first. Each circle is told of once. */
final class FollowCircles implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Map<String, Attempt> attempts = new HashMap<>();
        subject.content().attempts().forEach(attempt -> attempts.put(attempt.slug(), attempt));
        Set<String> done = new HashSet<>();
        for (Attempt first : subject.content().attempts()) {
            Set<String> way = new HashSet<>();
            Attempt at = first;
            while (at != null && !done.contains(at.slug()) && way.add(at.slug())) {
                at = at.follows().map(slug -> attempts.get(slug.value())).orElse(null);
            }
            boolean circle = at != null && way.contains(at.slug()) && !done.contains(at.slug());
            boolean self = circle && at.follows().orElseThrow().value().equals(at.slug());
            if (circle && !self) {
                report.accept(Diagnostic.of(
                                RuleCode.FOLLOWS_CIRCLE,
                                at.at(at.follows().orElseThrow().span()),
                                "these attempts follow each other in a circle")
                        .effect("each of them by itself, not as the second or third of a thread")
                        .remedy("take the line \"follows\" out of the one that came first"));
            }
            done.addAll(way);
        }
    }
}
