/**
 * Search: from documents to shards that a browser loads one by one, and from a query to the pages that answer it. The
 * runtime in {@code theme/scripts/search} does in a browser what {@link org.practiceplaybook.search.Engine} does here,
 * step by step, and gives the same results.
 *
 * <p>{@link org.practiceplaybook.search.Indexer} makes the shards, {@link org.practiceplaybook.search.SearchIndex} reads
 * them again.
 */
package org.practiceplaybook.search;
