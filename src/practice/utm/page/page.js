// The page «Генерация ключа доступа к ЕГАИС» of the stand-in UTM. Steps and words are those of the UTM's own
// instructions; what the real page sends is not public, so it talks to addresses plainly of its own (/practice/…) and to
// those that public clients use (/api/…).

const stepNames = {
  role: 'Выбор роли доступа',
  place: 'Выбор места осуществления деятельности',
  confirmation: 'Подтверждение данных',
  result: 'Результат',
};
const roleNames = {
  'sole-proprietor': 'Руководитель ИП',
  'person-with-mchd': 'Физическое лицо с машиночитаемой доверенностью',
};
const mostPlacesShown = 100;

const byId = (id) => document.getElementById(id);
const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** What the person has come to: the steps that lie on the way, and what was chosen in them. */
const walk = { steps: [], inns: [], places: [], chosen: null };

async function ask(address, options) {
  const answer = await fetch(address, options).catch(() => null);
  if (answer === null) throw new Error('УТМ не отвечает');
  const body = await answer.text();
  if (!answer.ok) throw new Error(body || `Ответ УТМ: ${answer.status}`);
  return body;
}

const askJson = async (address, options) => JSON.parse(await ask(address, options));

function show(step) {
  byId('refusal').hidden = true;
  for (const part of document.querySelectorAll('[data-step]')) part.hidden = part.dataset.step !== step;
  byId('steps').replaceChildren(
    ...walk.steps.map((id) => {
      const item = element('li', { textContent: stepNames[id] });
      if (id === step) item.setAttribute('aria-current', 'step');
      return item;
    }),
  );
}

/** Does one thing at a time; what it throws is shown on the page. */
async function attempt(work) {
  const buttons = document.querySelectorAll('#access-key button:enabled');
  for (const button of buttons) button.disabled = true;
  byId('refusal').hidden = true;
  try {
    await work();
  } catch (error) {
    byId('refusal').textContent = error.message;
    byId('refusal').hidden = false;
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

const definitions = (rows) =>
  rows.flatMap(([name, value]) => [element('dt', { textContent: name }), element('dd', { textContent: value || '—' })]);

async function showHome() {
  const [build, info] = await Promise.all([ask('/info/version'), askJson('/api/info/list')]);
  byId('state').replaceChildren(
    ...definitions([
      ['Версия', build],
      ['FSRAR ID', info.ownerId],
      ['Сертификат RSA', `с ${info.rsa.startDate} по ${info.rsa.expireDate}`],
      ['Сертификат ГОСТ', `с ${info.gost.startDate} по ${info.gost.expireDate}`],
      ['Проблемы с RSA', info.rsaError],
    ]),
  );
}

function showRoles(roles) {
  walk.steps = ['role'];
  byId('roles').replaceChildren(
    ...roles.map((role) =>
      element(
        'label',
        {},
        element('input', {
          type: 'radio',
          name: 'role',
          value: role,
          required: true,
          onchange: () => {
            byId('mchd').hidden = role !== 'person-with-mchd';
          },
        }),
        ` ${roleNames[role]}`,
      ),
    ),
  );
  byId('mchd').hidden = true;
  show('role');
}

function placeButton(place) {
  const kpp = place.KPP ? `КПП: ${place.KPP}\n` : '';
  const isCurrent = place.pass_owner_id !== null;
  return element('button', {
    type: 'button',
    className: isCurrent ? 'current' : '',
    textContent: `${isCurrent ? '✓ Текущее подразделение\n' : ''}${kpp}Адрес\n${place.Fact_Address}`,
    onclick: () => showApplication(place),
  });
}

function showPlaces() {
  const wanted = byId('search').value.trim().toLowerCase();
  const found = walk.places.filter((place) => `${place.KPP}\n${place.Fact_Address}`.toLowerCase().includes(wanted));
  const shown = found.slice(0, mostPlacesShown);
  byId('places').replaceChildren(...shown.map((place) => element('li', {}, placeButton(place))));
  byId('more').textContent = shown.length < found.length ? `Показано ${shown.length} из ${found.length}` : '';
}

async function choosePlace() {
  const { rows } = await askJson('/api/rsa');
  walk.places = rows.filter((place) => walk.inns.includes(place.INN));
  byId('search').value = '';
  showPlaces();
  show('place');
}

function showApplication(place) {
  walk.chosen = place;
  byId('application').replaceChildren(
    ...definitions([
      ['Организация', place.Full_Name],
      ['ИНН', place.INN],
      ['КПП', place.KPP],
      ['Адрес', place.Fact_Address],
      ['FSRAR ID', place.Owner_ID],
    ]),
  );
  byId('terms').checked = false;
  byId('generate').disabled = true;
  show('confirmation');
}

async function generate() {
  const { INN, KPP, Fact_Address: factAddress, Owner_ID: fsrarid, Full_Name: fullName, ID: id } = walk.chosen;
  await ask(`/api/rsa/keygen?${new URLSearchParams({ INN, KPP, factAddress, fsrarid, fullName, id })}`);
  show('result');
}

/** Whose places are listed: the holder's of the certificate, or the principals' of an МЧД that the UTM accepts. */
async function takeRole(form) {
  const role = form.get('role');
  const isMchd = role === 'person-with-mchd';
  const { inns } = isMchd
    ? await askJson('/practice/mchd', { method: 'POST', body: form })
    : await askJson('/practice/roles');
  walk.inns = inns;
  walk.steps = isMchd ? ['role', 'place', 'confirmation', 'result'] : ['place', 'confirmation', 'result'];
  await choosePlace();
}

async function beginAccessKey() {
  const { roles, inns } = await askJson('/practice/roles');
  if (roles.length > 0) {
    showRoles(roles);
    return;
  }
  Object.assign(walk, { inns, steps: ['place', 'confirmation', 'result'] });
  await choosePlace();
}

/** The step before: an application goes back to the list, everything else to the beginning. */
const goBack = (step) => (step === 'confirmation' ? show('place') : beginAccessKey());

const parts = { '#home': showHome, '#access-key': beginAccessKey };

function openPart() {
  const name = location.hash in parts ? location.hash : '#home';
  for (const part of document.querySelectorAll('main')) part.hidden = `#${part.id}` !== name;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  attempt(parts[name]);
}

const formOf = (step) => document.querySelector(`form[data-step="${step}"]`);
const onSubmit = (step, work) =>
  formOf(step).addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(() => work(new FormData(event.target)));
  });

onSubmit('role', takeRole);
onSubmit('confirmation', generate);
byId('search').addEventListener('input', showPlaces);
byId('terms').addEventListener('change', (event) => {
  byId('generate').disabled = !event.target.checked;
});
for (const button of document.querySelectorAll('.back')) {
  const { step } = button.closest('[data-step]').dataset;
  button.addEventListener('click', () => attempt(() => goBack(step)));
}
addEventListener('hashchange', openPart);
openPart();
