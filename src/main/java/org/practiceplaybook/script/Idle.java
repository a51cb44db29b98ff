package org.practiceplaybook.script;

/** Compiled in place of {@link Door} where nothing of that has changed: TeaVM's plugin cannot be told to do nothing. */
final class Idle {
    private Idle() {}

    public static void main(String[] args) {
        // nothing
    }
}
