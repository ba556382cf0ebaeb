/** Tokens: how programs come in, and their owners' page about them. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.provider;
