package org.practiceplaybook.search;

/**
 * A page that answers a query.
 *
 * @param page its path from the site's root
 * @param anchor of the best section, empty for the top of the page
 * @param score more is better; says nothing across queries
 */
public record Hit(String page, String anchor, double score) {}
