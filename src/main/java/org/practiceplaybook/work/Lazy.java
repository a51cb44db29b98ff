package org.practiceplaybook.work;

import java.util.function.Supplier;

/** A value that is made when it is first asked for. May be shared between threads. */
public final class Lazy<T> {
    private final Supplier<T> maker;
    private T value;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    public synchronized T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }
}
