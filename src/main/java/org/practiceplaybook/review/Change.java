package org.practiceplaybook.review;

import java.util.Optional;

/**
 * Something that is not as it was. At least one of the two is there.
 *
 * @param before absent for what is new
 * @param after absent for what is gone
 */
public record Change<T>(Kind kind, Optional<T> before, Optional<T> after) {

    /** What happened to it. */
    public enum Kind {
        ADDED,
        CHANGED,
        RENAMED,
        REMOVED
    }

    static <T> Change<T> added(T after) {
        return new Change<>(Kind.ADDED, Optional.empty(), Optional.of(after));
    }

    static <T> Change<T> changed(T before, T after) {
        return new Change<>(Kind.CHANGED, Optional.of(before), Optional.of(after));
    }

    static <T> Change<T> renamed(T before, T after) {
        return new Change<>(Kind.RENAMED, Optional.of(before), Optional.of(after));
    }

    static <T> Change<T> removed(T before) {
        return new Change<>(Kind.REMOVED, Optional.of(before), Optional.empty());
    }

    /** As it is now, or was last. */
    public T latest() {
        return after.or(() -> before).orElseThrow();
    }
}
