package org.tansiq.infra.members;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tansiq.domain.shared.PersonId;

/** Second factors in the file of the accounts. */
public final class SqliteSecondFactors implements SecondFactors {
    private final SqliteFile file;

    public SqliteSecondFactors(Path path) {
        file = new SqliteFile(path, """
                CREATE TABLE IF NOT EXISTS second_factor (
                    person TEXT PRIMARY KEY, secret TEXT NOT NULL, confirmed INTEGER NOT NULL,
                    last_step INTEGER NOT NULL) STRICT""", """
                CREATE TABLE IF NOT EXISTS recovery_code (
                    person TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (person, hash)) STRICT""", """
                CREATE TABLE IF NOT EXISTS next_second_factor (
                    person TEXT PRIMARY KEY, session TEXT NOT NULL, secret TEXT NOT NULL) STRICT""");
    }

    @Override
    public Optional<SecondFactor> find(PersonId person) {
        var recovery = file.queryAll(
                "SELECT hash FROM recovery_code WHERE person = ? ORDER BY hash",
                row -> row.getString(1),
                person.value());
        return file.query(
                "SELECT secret, confirmed, last_step FROM second_factor WHERE person = ?",
                row -> new SecondFactor(person, row.getString(1), row.getInt(2) == 1, row.getLong(3), recovery),
                person.value());
    }

    @Override
    public boolean begin(SecondFactor factor) {
        return file.update("""
                        INSERT INTO second_factor (person, secret, confirmed, last_step) VALUES (?, ?, 0, -1)
                        ON CONFLICT (person) DO UPDATE SET secret = excluded.secret WHERE confirmed = 0""", factor.person().value(), factor.secret()) == 1;
    }

    @Override
    public boolean confirm(PersonId person, String secret, long step, List<String> recovery) {
        return file.together(() -> {
            var confirmed = file.update(
                            "UPDATE second_factor SET confirmed = 1, last_step = ?"
                                    + " WHERE person = ? AND secret = ? AND confirmed = 0",
                            step,
                            person.value(),
                            secret)
                    == 1;
            if (confirmed) {
                putRecovery(person, recovery);
            }
            return confirmed;
        });
    }

    private void putRecovery(PersonId person, List<String> recovery) {
        file.update("DELETE FROM recovery_code WHERE person = ?", person.value());
        recovery.forEach(
                hash -> file.update("INSERT INTO recovery_code (person, hash) VALUES (?, ?)", person.value(), hash));
    }

    @Override
    public boolean useStep(PersonId person, long step) {
        return file.update(
                        "UPDATE second_factor SET last_step = ? WHERE person = ? AND confirmed = 1 AND last_step < ?",
                        step,
                        person.value(),
                        step)
                == 1;
    }

    @Override
    public boolean useRecovery(PersonId person, String hash) {
        return file.update("DELETE FROM recovery_code WHERE person = ? AND hash = ?", person.value(), hash) == 1;
    }

    @Override
    public boolean renewRecovery(PersonId person, List<String> recovery) {
        return file.together(() -> {
            var confirmed = find(person).filter(SecondFactor::confirmed).isPresent();
            if (confirmed) {
                putRecovery(person, recovery);
            }
            return confirmed;
        });
    }

    @Override
    public void prepare(PersonId person, String session, String secret) {
        file.update("""
                INSERT INTO next_second_factor (person, session, secret)
                SELECT person, ?, ? FROM second_factor WHERE person = ? AND confirmed = 1
                ON CONFLICT (person) DO UPDATE SET session = excluded.session, secret = excluded.secret""", session, secret, person.value());
    }

    @Override
    public Optional<String> prepared(PersonId person, String session) {
        return file.query(
                "SELECT secret FROM next_second_factor WHERE person = ? AND session = ?",
                row -> row.getString(1),
                person.value(),
                session);
    }

    @Override
    public boolean replace(PersonId person, String session, String secret, long step, List<String> recovery) {
        return file.together(() -> {
            var prepared = file.update(
                            "DELETE FROM next_second_factor WHERE person = ? AND session = ? AND secret = ?",
                            person.value(),
                            session,
                            secret)
                    == 1;
            var replaced = prepared
                    && file.update(
                                    "UPDATE second_factor SET secret = ?, last_step = ?"
                                            + " WHERE person = ? AND confirmed = 1",
                                    secret,
                                    step,
                                    person.value())
                            == 1;
            if (replaced) {
                putRecovery(person, recovery);
            }
            return replaced;
        });
    }

    @Override
    public void remove(PersonId person) {
        file.together(() -> {
            file.update("DELETE FROM recovery_code WHERE person = ?", person.value());
            file.update("DELETE FROM next_second_factor WHERE person = ?", person.value());
            return file.update("DELETE FROM second_factor WHERE person = ?", person.value());
        });
        file.leaveNothing();
    }

    @Override
    public void close() {
        file.close();
    }
}
