/** The frame around every page. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.pages;
