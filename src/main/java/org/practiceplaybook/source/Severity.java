package org.practiceplaybook.source;

/** How much a finding weighs: an error would hurt a reader and stops the build, advice never does. */
public enum Severity {
    ERROR,
    ADVICE
}
