package unionbook.member;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.PersonName;

/**
 * A row of a list after the rules of one person: its facts as they are staged, or what is
 * wrong with it.
 *
 * @param id the id the person gets if they are new
 * @param facts values by column; empty when something is wrong
 * @param faults what is wrong, field by field
 */
public record CheckedRow(UUID id, Map<String, @Nullable Object> facts, List<Fault> faults) {

	static CheckedRow of(UUID id, Listed listed, IdentityVault.@Nullable Sealed sealed) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		Facts.read(listed.person(), facts);
		facts.putAll(listed.standing());
		PersonName name = PersonName.of(listed.person().fullName());
		facts.put("searchKey", name.searchKey());
		facts.put("surname", name.surname());
		facts.put("middleName", name.middle());
		facts.put("givenName", name.given());
		facts.put("surnameSort", name.surnameSort());
		facts.put("middleSort", name.middleSort());
		facts.put("givenSort", name.givenSort());
		if (sealed != null && listed.identity() != null) {
			facts.put("identityCipher", sealed.cipher());
			facts.put("identityHash", sealed.hash());
			facts.put("identityTail", listed.identity().tail());
		}
		return new CheckedRow(id, facts, List.of());
	}

	/**
	 * A broken rule.
	 *
	 * @param field the field it is told at, as forms name it
	 * @param key the message key of the sentence
	 * @param arguments what the sentence names
	 */
	public record Fault(String field, String key, List<String> arguments) {
	}

}
