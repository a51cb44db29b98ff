/**
 * The index of the search: from documents to shards that a browser loads one by one. Who reads them is the script in
 * {@code theme/scripts/search}.
 */
package org.practiceplaybook.search;
