package unionbook.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;
import unionbook.shared.UnitId;

/** Makes the frame of a page from the request and the actor. */
@Component
class Layouts {

	private final List<NavigationItem> navigation;

	private final ObjectProvider<UnitNames> names;

	private final AsOfResolver days;

	private final boolean demo;

	private final String version;

	Layouts(List<NavigationItem> navigation, ObjectProvider<UnitNames> names, AsOfResolver days,
			Environment environment, Optional<BuildProperties> build) {
		this.navigation = navigation.stream().sorted(Comparator.comparingInt(NavigationItem::order)).toList();
		this.names = names;
		this.days = days;
		this.demo = environment.getProperty("unionbook.demo.enabled", Boolean.class, false);
		this.version = build.map(BuildProperties::getTime)
			.map((time) -> Long.toString(time.getEpochSecond(), Character.MAX_RADIX))
			.orElse("0");
	}

	Layout of(HttpServletRequest request, String path) {
		AsOf asOf = this.days.readOrToday(request);
		Actor actor = CurrentActor.find().orElse(null);
		String lang = Locale.ENGLISH.getLanguage().equals(LocaleContextHolder.getLocale().getLanguage()) ? "en" : "vi";
		String theme = theme(request);
		Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
		return new Layout((actor == null) ? List.of() : links(actor, asOf, path), person(actor, asOf), asOf,
				asOf.today() ? null : with(request, path, "asOf"), lang,
				with(request, path, "lang", "en".equals(lang) ? "vi" : "en"), theme,
				with(request, path, "theme", "dark".equals(theme) ? "light" : "dark"), RequestFrame.nonce(request),
				this.demo, RequestFrame.id(request), path, this.version,
				(flash == null) ? null : (String) flash.get(Flash.KEY),
				(flash == null) ? null : (Object[]) flash.get(Flash.ARGUMENTS));
	}

	private List<Layout.Link> links(Actor actor, AsOf asOf, String path) {
		return this.navigation.stream()
			.filter((item) -> item.shown().test(actor))
			.map((item) -> new Layout.Link(item.key(), asOf.today() ? item.href() : item.href() + "?" + asOf.query(),
					current(item.href(), path)))
			.toList();
	}

	private Layout.@Nullable Person person(@Nullable Actor actor, AsOf asOf) {
		if (actor == null) {
			return null;
		}
		String unit = actor.home().map((home) -> name(home, asOf)).orElse(null);
		return new Layout.Person(actor.displayName(), actor.username(),
				actor.role().map((role) -> "platform.role." + role).orElse(null), unit,
				actor.may(Right.READ_AUDIT) || actor.may(Right.READ_PERSONAL));
	}

	private @Nullable String name(UnitId unit, AsOf asOf) {
		UnitNames source = this.names.getIfAvailable();
		return (source == null) ? null : source.name(unit, asOf.day());
	}

	private static boolean current(String href, String path) {
		return "/".equals(href) ? "/".equals(path) : path.equals(href) || path.startsWith(href + "/");
	}

	private static @Nullable String theme(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, Preferences.THEME);
		String value = (request.getParameter("theme") != null) ? request.getParameter("theme")
				: (cookie != null) ? cookie.getValue() : null;
		return "dark".equals(value) || "light".equals(value) ? value : null;
	}

	/** The same page with another value of a parameter, or without it. */
	private static String with(HttpServletRequest request, String path, String parameter, Object... value) {
		UriComponentsBuilder here = "GET".equals(request.getMethod())
				? ServletUriComponentsBuilder.fromRequest(request).scheme(null).host(null).port(null).replacePath(path)
				: UriComponentsBuilder.fromPath("/");
		return here.replaceQueryParam(parameter, value).build().toUriString();
	}

}
