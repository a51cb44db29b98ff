package org.practiceplaybook.content;

import org.practiceplaybook.source.Place;

/** A value of {@code playbook.yml} and where it stands, for what can only be said of it later. */
public record Setting(String value, Place place) {}
