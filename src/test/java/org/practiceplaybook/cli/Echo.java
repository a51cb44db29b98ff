package org.practiceplaybook.cli;

/** Stands in a jar for the program, and says what it was asked. */
public final class Echo {
    private Echo() {}

    public static void main(String[] args) {
        System.out.println("asked: " + String.join("|", args));
    }
}
