package unionbook.platform;

import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows.
 *
 * @param nav the main navigation
 * @param actor who is signed in, or null
 * @param asOf the day asked for
 * @param todayHref the same page of today, or null where it is shown
 * @param lang the language, vi or en
 * @param languageHref the same page in the other language
 * @param theme light, dark or null for the system's choice
 * @param themeHref the same page in the other theme
 * @param nonce the token that lets our own scripts run
 * @param demo whether the data are invented
 * @param requestId the code to read on the phone
 * @param path the address asked for
 * @param version changes with each build, for the addresses of static files
 * @param notice the message key of the green notice after a redirect, or null
 * @param noticeArgs what the notice names, or null
 */
record Layout(Markup nav, @Nullable Person actor, AsOf asOf, @Nullable String todayHref, String lang,
		String languageHref, @Nullable String theme, String themeHref, String nonce, boolean demo, String requestId,
		String path, String version, @Nullable String notice, Object @Nullable [] noticeArgs) {

	/**
	 * The part of an address that keeps the day.
	 * @return such as {@code asOf=2020-12-31}, empty for today
	 */
	public String asOfQuery() {
		return this.asOf.query();
	}

	/**
	 * The unit the actor starts from.
	 * @return its name, or null
	 */
	public @Nullable String homeUnitName() {
		return (this.actor == null) ? null : this.actor.unitName();
	}

	/**
	 * Who is signed in.
	 *
	 * @param displayName the name shown
	 * @param username the name typed at sign-in
	 * @param roleKey the message key of the role
	 * @param unitName the unit the actor starts from, or null
	 * @param readsHistory whether the actor may read who changed the records in reach
	 */
	record Person(String displayName, String username, @Nullable String roleKey, @Nullable String unitName,
			boolean readsHistory) {
	}

}
