package org.tansiq.projections.campaigns;

/**
 * A hashtag that somebody gave, and the one that the coalition uses or used, of which it is a variant.
 *
 * @param given with its {@code #}
 * @param proposed with its {@code #}
 * @param language of the one that is proposed
 * @param state whether the one that is proposed is in use, or would be in use again
 */
public record HashtagProposal(String given, String proposed, String language, HashtagRow.State state) {}
