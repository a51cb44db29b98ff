package org.practiceplaybook.page;

/** The record of a page: what its template may ask for as {@code page}. */
public interface PageView {
    Frame frame();
}
