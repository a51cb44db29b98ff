/**
 * The pages of the site. Each kind of page is a small class that turns the library into closed records, which hold exactly
 * what its template needs; a template can ask for nothing else. A page is made when its bytes are asked for.
 */
package org.practiceplaybook.page;
