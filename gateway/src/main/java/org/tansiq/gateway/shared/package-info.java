/** What every part of the gateway needs: settings, languages, words, limits. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.shared;
