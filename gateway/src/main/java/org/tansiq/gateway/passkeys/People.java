package org.tansiq.gateway.passkeys;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;

/** Accounts, as devices know them: by the person's id, with the login to tell them apart. */
final class People implements PublicKeyCredentialUserEntityRepository {
    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes id(PersonId person) {
        return new Bytes(person.value().getBytes(StandardCharsets.UTF_8));
    }

    static PersonId person(Bytes id) {
        return new PersonId(new String(id.getBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return accounts.byPerson(person(id)).map(People::entity).orElse(null);
    }

    /** @param person the id again: whom Spring calls a user is a person here */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String person) {
        return accounts.byPerson(new PersonId(person)).map(People::entity).orElse(null);
    }

    private static PublicKeyCredentialUserEntity entity(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(id(account.person()))
                .name(account.login())
                .displayName(account.login())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("Accounts are made by sign-up links.");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("Accounts are not deleted with their passkeys.");
    }
}
