package org.practiceplaybook.source;

import java.util.function.Function;

/** A value and where it was written. */
public record Located<T>(T value, Span span) {
    public <R> Located<R> map(Function<? super T, ? extends R> change) {
        return new Located<>(change.apply(value), span);
    }
}
