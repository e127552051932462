<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en_GB">
<context>
    <name>Abuse</name>
    <message>
        <source>coarse language</source>
        <translation>grof taalgebruik</translation>
    </message>
    <message>
        <source>an insult</source>
        <translation>een belediging</translation>
    </message>
    <message>
        <source>a threat</source>
        <translation>een dreigement</translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message>
        <source>No step is proposed here.</source>
        <translation>Hier wordt geen stap voorgesteld.</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>More…</source>
        <translation>Meer…</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>Nothing else that waits is like this one.</source>
        <translation>Er wacht niets anders dat hierop lijkt.</translation>
    </message>
</context>
<context>
    <name>AlikeView</name>
    <message>
        <source>All of them all right</source>
        <translation>Allemaal goed zo</translation>
    </message>
    <message>
        <source>All of them dealt with</source>
        <translation>Allemaal afgehandeld</translation>
    </message>
    <message>
        <source>Remove all of them</source>
        <translation>Allemaal verwijderen</translation>
    </message>
    <message>
        <source>Admit all of them</source>
        <translation>Allemaal toelaten</translation>
    </message>
    <message>
        <source>Admit none of them…</source>
        <translation>Geen van allen toelaten…</translation>
    </message>
    <message>
        <source>Drop all of them…</source>
        <translation>Alle laten vervallen…</translation>
    </message>
    <message>
        <source>All of them later…</source>
        <translation>Allemaal later…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>What they share</source>
        <translation>Wat ze delen</translation>
    </message>
    <message>
        <source>The others</source>
        <translation>De andere</translation>
    </message>
    <message>
        <source>The text is the same each time. The others are:</source>
        <translation>De tekst is steeds hetzelfde. Dit zijn de andere:</translation>
    </message>
    <message>
        <source>One stands above. Read the others too:</source>
        <translation>Eén bericht staat hierboven. Lees ook de andere:</translation>
    </message>
    <message>
        <source>One stands above. The others are:</source>
        <translation>Eén aanvraag staat hierboven. Dit zijn de andere:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) with the same text</source>
        <translation>
            <numerusform>%Ln bericht met dezelfde tekst</numerusform>
            <numerusform>%Ln berichten met dezelfde tekst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) by {name}</source>
        <translation>
            <numerusform>%Ln bericht van {name}</numerusform>
            <numerusform>%Ln berichten van {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) to {name}</source>
        <translation>
            <numerusform>%Ln vraag aan {name}</numerusform>
            <numerusform>%Ln vragen aan {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln join request(s) within an hour</source>
        <translation>
            <numerusform>%Ln aanmelding binnen een uur</numerusform>
            <numerusform>%Ln aanmeldingen binnen een uur</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AllGroups</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>en nog %Ln</numerusform>
            <numerusform>en nog %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it longer &amp;there too</source>
        <translation>Daar &amp;ook langer bewaren</translation>
    </message>
    <message numerus="yes">
        <source>What you choose here counts for all %Ln group(s), also in the archive.</source>
        <translation>
            <numerusform>Wat u hier kiest, geldt voor alle %Ln groepen, ook in het archief.</numerusform>
            <numerusform>Wat u hier kiest, geldt voor alle %Ln groepen, ook in het archief.</numerusform>
        </translation>
    </message>
    <message>
        <source>You see the days of the group that keeps it longest.</source>
        <translation>U ziet de dagen van de groep die het langst bewaart.</translation>
    </message>
    <message>
        <source>So nothing changes yet.</source>
        <translation>Zo verandert er nog niets.</translation>
    </message>
    <message numerus="yes">
        <source>This changes %Ln of the {all} groups.</source>
        <translation>
            <numerusform>Dit verandert %Ln van de {all} groepen.</numerusform>
            <numerusform>Dit verandert %Ln van de {all} groepen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) keep(s) something shorter now: {names}. There it becomes longer.</source>
        <translation>
            <numerusform>%Ln groep bewaart iets nu korter: {names}. Dat wordt langer.</numerusform>
            <numerusform>%Ln groepen bewaren iets nu korter: {names}. Dat wordt langer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) keep(s) something shorter now: {names}. There it stays so.</source>
        <translation>
            <numerusform>%Ln groep bewaart iets al korter: {names}. Dat blijft zo.</numerusform>
            <numerusform>%Ln groepen bewaren iets al korter: {names}. Dat blijft zo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>good</source>
        <translation>goed</translation>
    </message>
    <message>
        <source>take care</source>
        <translation>let op</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>onbekend</translation>
    </message>
</context>
<context>
    <name>AnswerIntake</name>
    <message>
        <source>The question stands in the list. With {key} you undo it.</source>
        <translation>De vraag staat in de lijst. Met {key} maakt u dat ongedaan.</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-mails</translation>
    </message>
    <message>
        <source>Choose the e-mail</source>
        <translation>Kies de e-mail</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) written down. With {key} you undo it.</source>
        <translation>
            <numerusform>%Ln antwoord staat erin. Met {key} maakt u dat ongedaan.</numerusform>
            <numerusform>%Ln antwoorden staan erin. Met {key} maakt u dat ongedaan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln antwoord</numerusform>
            <numerusform>%Ln antwoorden</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is ready. With {key} you undo it.</source>
        <translation>Alles staat klaar. Met {key} maakt u dat ongedaan.</translation>
    </message>
    <message>
        <source>Kept. With {key} you undo it.</source>
        <translation>Vastgelegd. Met {key} maakt u dat ongedaan.</translation>
    </message>
</context>
<context>
    <name>AnswerMailPanel</name>
    <message>
        <source>These were closed already: {numbers}.</source>
        <translation>Deze waren al gesloten: {numbers}.</translation>
    </message>
    <message>
        <source>These numbers are not known: {numbers}.</source>
        <translation>Deze nummers zijn niet bekend: {numbers}.</translation>
    </message>
    <message>
        <source>Nothing is said about these: {numbers}.</source>
        <translation>Over deze staat er niets: {numbers}.</translation>
    </message>
    <message>
        <source>An answer that came by e-mail</source>
        <translation>Een antwoord per e-mail</translation>
    </message>
    <message>
        <source>Paste the whole e-mail here. The program finds each question by its number, as [BC-12].</source>
        <translation>Plak hier de hele e-mail. Het programma vindt elke vraag aan het nummer, zoals [BC-12].</translation>
    </message>
    <message>
        <source>Look at each answer. You may change it.</source>
        <translation>Kijk elk antwoord na. U mag het veranderen.</translation>
    </message>
    <message>
        <source>The e-mail</source>
        <translation>De e-mail</translation>
    </message>
    <message>
        <source>Save&amp;d e-mail…</source>
        <translation>&amp;Opgeslagen e-mail…</translation>
    </message>
    <message>
        <source>&amp;Keep all, and report back…</source>
        <translation>Alles &amp;vastleggen en terugmelden…</translation>
    </message>
    <message>
        <source>Read &amp;it</source>
        <translation>&amp;Lezen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>in private</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>in the group</source>
        <translation>in de groep</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>gewoon</translation>
    </message>
    <message>
        <source>extra friendly</source>
        <translation>extra vriendelijk</translation>
    </message>
    <message>
        <source>in Dutch</source>
        <translation>in het Nederlands</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>in het Engels</translation>
    </message>
    <message>
        <source>{language} (not checked yet)</source>
        <translation>{language} (nog niet nagekeken)</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Waarheen</translation>
    </message>
    <message>
        <source>Where it is read</source>
        <translation>Waar het wordt gelezen</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Taal van de tekst</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>&amp;Keep as this group&apos;s own text</source>
        <translation>&amp;Bewaar als tekst van deze groep</translation>
    </message>
    <message>
        <source>Add a &amp;rewritten message</source>
        <translation>He&amp;rschreven bericht toevoegen</translation>
    </message>
    <message>
        <source>&amp;Pass it on yourself…</source>
        <translation>Z&amp;elf doorgeven…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>the community officer</source>
        <translation>de wijkagent</translation>
    </message>
    <message>
        <source>Take {who} out of the group: why?</source>
        <translation>{who} uit de groep halen: waarom?</translation>
    </message>
    <message>
        <source>Point {who} to the right counter</source>
        <translation>{who} doorverwijzen naar het juiste loket</translation>
    </message>
    <message>
        <source>Point {who} to another group</source>
        <translation>{who} naar een andere groep wijzen</translation>
    </message>
    <message>
        <source>Ask the community officer</source>
        <translation>Vraag aan de wijkagent</translation>
    </message>
    <message>
        <source>Answer in the group {group}</source>
        <translation>Antwoord in de groep {group}</translation>
    </message>
    <message>
        <source>Answer {who} in private</source>
        <translation>{who} privé antwoorden</translation>
    </message>
    <message>
        <source>Take &amp;out of the group</source>
        <translation>&amp;Uit de groep halen</translation>
    </message>
    <message>
        <source>&amp;Send in 10 seconds</source>
        <translation>&amp;Versturen over 10 seconden</translation>
    </message>
    <message>
        <source>Ready for your p&amp;hone</source>
        <translation>&amp;Naar uw telefoon</translation>
    </message>
    <message>
        <source>Counts as a step: {step}</source>
        <translation>Telt als stap: {step}</translation>
    </message>
    <message numerus="yes">
        <source>Counts as a step for %n day(s): {step}</source>
        <translation>
            <numerusform>Telt %n dag als stap: {step}</numerusform>
            <numerusform>Telt %n dagen als stap: {step}</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason stays in your logbook; the member does not see it. You do it on your phone.</source>
        <translation>De reden blijft in uw logboek; het lid ziet die niet. U doet het op uw telefoon.</translation>
    </message>
    <message>
        <source>Still to fill in: {blanks}. Tab goes there.</source>
        <translation>Nog in te vullen: {blanks}. Met Tab gaat u erheen.</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>You have no other group yet to point to.</source>
        <translation>U hebt nog geen andere groep om naar te wijzen.</translation>
    </message>
</context>
<context>
    <name>AnswersView</name>
    <message>
        <source>It is about</source>
        <translation>Het gaat over</translation>
    </message>
    <message>
        <source>What was missed?</source>
        <translation>Wat is er gemist?</translation>
    </message>
    <message>
        <source>What the message is about</source>
        <translation>Waar het bericht over gaat</translation>
    </message>
    <message>
        <source>nothing missed</source>
        <translation>niets gemist</translation>
    </message>
    <message>
        <source>Missed: {what}</source>
        <translation>Gemist: {what}</translation>
    </message>
</context>
<context>
    <name>AreaForm</name>
    <message>
        <source>Write a street or a postcode on each line. For example: Kerkweg, Dorpsstraat 1-99 odd, 3021 AB - 3021 AK, or the whole park De Sluis.</source>
        <translation>Schrijf op elke regel een straat of een postcode. Bijvoorbeeld: Kerkweg, of Dorpsstraat 1-99 oneven, of 3021 AB - 3021 AK, of heel het park De Sluis.</translation>
    </message>
    <message>
        <source>Streets and postcodes of the group</source>
        <translation>Straten en postcodes van de groep</translation>
    </message>
    <message>
        <source>Lines that were not understood</source>
        <translation>Regels die niet zijn begrepen</translation>
    </message>
    <message>
        <source>How the lines were read</source>
        <translation>Hoe de regels zijn gelezen</translation>
    </message>
    <message>
        <source>In the area of another group too</source>
        <translation>Ook in het gebied van een andere groep</translation>
    </message>
    <message>
        <source>Does this address belong here?</source>
        <translation>Hoort dit adres erbij?</translation>
    </message>
    <message>
        <source>Kerkweg 12a, 3021 AB</source>
        <translation>Kerkweg 12a, 3021 AB</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>&amp;Terugzetten</translation>
    </message>
    <message>
        <source>&amp;Take in a list…</source>
        <translation>&amp;Lijst inlezen…</translation>
    </message>
    <message>
        <source>Line {number}: {what}</source>
        <translation>Regel {number}: {what}</translation>
    </message>
    <message numerus="yes">
        <source>And %n other group(s).</source>
        <translation>
            <numerusform>En %n andere groep.</numerusform>
            <numerusform>En %n andere groepen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other group has a part of it.</source>
        <translation>Geen andere groep heeft hier een deel van.</translation>
    </message>
    <message numerus="yes">
        <source>%n street(s)</source>
        <translation>
            <numerusform>%n straat</numerusform>
            <numerusform>%n straten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with postcodes</source>
        <translation>
            <numerusform>%n regel met postcodes</numerusform>
            <numerusform>%n regels met postcodes</numerusform>
        </translation>
    </message>
    <message>
        <source>the park {park}</source>
        <translation>het park {park}</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood. Change or remove them first.</source>
        <translation>
            <numerusform>%n regel is niet begrepen. Verbeter die eerst, of haal die weg.</numerusform>
            <numerusform>%n regels zijn niet begrepen. Verbeter die eerst, of haal ze weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>No area was filled in yet.</source>
        <translation>Er is nog geen gebied ingevuld.</translation>
    </message>
    <message>
        <source>All lines are understood: {parts}.</source>
        <translation>Alle regels zijn begrepen: {parts}.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Niet bekend</translation>
    </message>
    <message>
        <source>Other groups that have it:</source>
        <translation>Andere groepen waar het bij hoort:</translation>
    </message>
</context>
<context>
    <name>AreaLeaf</name>
    <message>
        <source>The work area was changed. With {key} you undo it.</source>
        <translation>Het werkgebied is veranderd. Met {key} maakt u het ongedaan.</translation>
    </message>
    <message>
        <source>The list stands among the lines. Look at it, and keep it if it is right.</source>
        <translation>De lijst staat nu tussen de regels. Kijk of het klopt en bewaar het dan.</translation>
    </message>
</context>
<context>
    <name>AskedDueBar</name>
    <message numerus="yes">
        <source>%Ln question(s) about somebody&apos;s own data: answer before {day}.</source>
        <translation>
            <numerusform>%Ln vraag over iemands eigen gegevens: antwoord voor {day}.</numerusform>
            <numerusform>%Ln vragen over iemands eigen gegevens: antwoord voor {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Own d&amp;ata…</source>
        <translation>Eigen geg&amp;evens…</translation>
    </message>
    <message>
        <source>Answer questions about somebody&apos;s own data</source>
        <translation>Vragen over iemands eigen gegevens beantwoorden</translation>
    </message>
</context>
<context>
    <name>Asks</name>
    <message>
        <source>a copy of what is kept</source>
        <translation>inzage</translation>
    </message>
    <message>
        <source>to be forgotten</source>
        <translation>vergeten worden</translation>
    </message>
    <message>
        <source>a correction</source>
        <translation>verbeteren</translation>
    </message>
    <message>
        <source>an objection</source>
        <translation>bezwaar</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>can wait</source>
        <translation>kan wachten</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>the reporter</source>
        <translation>de melder</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>de groep</translation>
    </message>
</context>
<context>
    <name>BackupsForm</name>
    <message>
        <source>The program makes one by itself once a day, when something changed. Each is encrypted and was opened to see that it is good. After 30 days at most it goes.</source>
        <translation>Het programma maakt er zelf één per dag, als er iets is veranderd. Elke kopie is versleuteld, en is geopend om te zien of hij goed is. Na hoogstens 30 dagen gaat hij weg.</translation>
    </message>
    <message>
        <source>Backups on this computer and in the second place</source>
        <translation>Reservekopieën op deze computer en op de tweede plek</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Reservekopieën, de nieuwste eerst</translation>
    </message>
    <message>
        <source>Make one &amp;now</source>
        <translation>&amp;Nu een maken</translation>
    </message>
    <message>
        <source>Put this one &amp;back…</source>
        <translation>Deze &amp;terugzetten…</translation>
    </message>
    <message>
        <source>Put back another fi&amp;le…</source>
        <translation>Ander bestand te&amp;rugzetten…</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>Tweede plek</translation>
    </message>
    <message>
        <source>If this computer is lost or breaks, a copy elsewhere saves you: on a stick or another disk. Without the key of this computer you need the recovery sheet to open it.</source>
        <translation>Raakt deze computer kwijt of gaat hij stuk? Dan redt een kopie ergens anders u: op een stick of een andere schijf. Zonder de sleutel van deze computer hebt u het herstelblad nodig om die te openen.</translation>
    </message>
    <message>
        <source>&amp;Choose a folder…</source>
        <translation>Map &amp;kiezen…</translation>
    </message>
    <message>
        <source>No second &amp;place</source>
        <translation>&amp;Geen tweede plek</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>op deze computer</translation>
    </message>
    <message>
        <source>in the second place</source>
        <translation>op de tweede plek</translation>
    </message>
    <message>
        <source>in both places</source>
        <translation>op beide plekken</translation>
    </message>
    <message>
        <source>The demo makes no backups: it has nothing to lose.</source>
        <translation>De demo maakt geen reservekopieën: daar is niets te verliezen.</translation>
    </message>
    <message>
        <source>A backup is being made…</source>
        <translation>Er wordt een reservekopie gemaakt…</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Er is nog geen reservekopie.</translation>
    </message>
    <message>
        <source>Last backup: {day}, {time}.</source>
        <translation>Laatste reservekopie: {day}, {time} uur.</translation>
    </message>
    <message>
        <source>Every backup is also copied to {folder}.</source>
        <translation>Elke reservekopie komt ook in {folder}.</translation>
    </message>
    <message>
        <source>There is none: all backups stand on this computer.</source>
        <translation>Die is er niet: alle reservekopieën staan op deze computer.</translation>
    </message>
</context>
<context>
    <name>BackupsLeaf</name>
    <message>
        <source>The backup was made and is good.</source>
        <translation>De reservekopie is gemaakt en is goed.</translation>
    </message>
    <message>
        <source>Choose a folder on a stick or another disk</source>
        <translation>Kies een map op een stick of een andere schijf</translation>
    </message>
    <message>
        <source>From now on every backup is also copied there. Make one now and it stands there.</source>
        <translation>Vanaf nu komt elke reservekopie ook daar. Maak er nu één, dan staat hij er meteen.</translation>
    </message>
    <message>
        <source>There is no second place any more. What stands there stays.</source>
        <translation>Er is geen tweede plek meer. Wat er staat, blijft staan.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Kies een reservekopie</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
</context>
<context>
    <name>ButtonRows</name>
    <message>
        <source>More…</source>
        <translation>Meer…</translation>
    </message>
</context>
<context>
    <name>Call112</name>
    <message>
        <source>112 was called</source>
        <translation>112 is gebeld</translation>
    </message>
    <message>
        <source>112 was not called</source>
        <translation>112 is niet gebeld</translation>
    </message>
    <message>
        <source>not known whether 112 was called</source>
        <translation>niet bekend of 112 is gebeld</translation>
    </message>
</context>
<context>
    <name>CardForm</name>
    <message>
        <source>all of them</source>
        <translation>allemaal</translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation>Wat mag u verwachten</translation>
    </message>
    <message>
        <source>Who is in the group</source>
        <translation>Wie zit er in de groep</translation>
    </message>
    <message>
        <source>Where to report what</source>
        <translation>Waar meld ik wat</translation>
    </message>
    <message>
        <source>by first name</source>
        <translation>bij de voornaam</translation>
    </message>
    <message>
        <source>by full name</source>
        <translation>met de hele naam</translation>
    </message>
    <message>
        <source>not by name</source>
        <translation>niet bij naam</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professional</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Beheerders</translation>
    </message>
    <message>
        <source>The words of the card</source>
        <translation>De woorden van de kaart</translation>
    </message>
    <message>
        <source>Put the words &amp;back</source>
        <translation>Woorden &amp;terugzetten</translation>
    </message>
    <message>
        <source>You may change the words. The picture and the paper follow.</source>
        <translation>U mag de woorden veranderen. Het plaatje en het papier gaan mee.</translation>
    </message>
    <message>
        <source>So that members know: a message in the group is no report.</source>
        <translation>Zo weten leden: een bericht in de groep is geen melding.</translation>
    </message>
    <message>
        <source>Members may ask who reads along. It counts them and names none of them.</source>
        <translation>Leden mogen vragen wie er meeleest. De kaart telt leden en noemt ze niet.</translation>
    </message>
    <message>
        <source>With the numbers of your municipality. You change those in the settings.</source>
        <translation>Met de nummers van uw gemeente. Die verandert u bij Instellingen.</translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>urgent</source>
        <translation>spoed</translation>
    </message>
    <message>
        <source>suspicious situation</source>
        <translation>verdachte situatie</translation>
    </message>
    <message>
        <source>liveability</source>
        <translation>leefbaarheid</translation>
    </message>
    <message>
        <source>information</source>
        <translation>informatie</translation>
    </message>
    <message>
        <source>social</source>
        <translation>gezelligheid</translation>
    </message>
    <message>
        <source>lost and found</source>
        <translation>gevonden en verloren</translation>
    </message>
    <message>
        <source>for sale and wanted</source>
        <translation>te koop en gevraagd</translation>
    </message>
    <message>
        <source>about the group itself</source>
        <translation>over de groep zelf</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>reactie</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>private message</source>
        <translation>privébericht</translation>
    </message>
    <message>
        <source>in the group</source>
        <translation>in de groep</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>persoonlijk</translation>
    </message>
    <message>
        <source>the municipality&apos;s app or site</source>
        <translation>app of site van de gemeente</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Signalen</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Which group do you want to take in?</source>
        <translation>Welke groep wilt u inlezen?</translation>
    </message>
    <message>
        <source>This export holds several chats. Only the one that you choose is read; the others stay out.</source>
        <translation>In deze export staan meer gesprekken. Alleen het gesprek dat u kiest wordt gelezen, de rest blijft erbuiten.</translation>
    </message>
    <message>
        <source>Chats in this export</source>
        <translation>Gesprekken in deze export</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln bericht</numerusform>
            <numerusform>%Ln berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation>laatste op {day}</translation>
    </message>
    <message>
        <source>private chat</source>
        <translation>privégesprek</translation>
    </message>
</context>
<context>
    <name>CheckKind</name>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Number may be seen</source>
        <translation>Nummer zichtbaar</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>Known here</source>
        <translation>Bekend bij</translation>
    </message>
    <message>
        <source>Other groups</source>
        <translation>Andere groepen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Eerder</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>{name} is looking now</source>
        <translation>{name} kijkt nu</translation>
    </message>
</context>
<context>
    <name>CodeGroups</name>
    <message>
        <source>The code is not complete yet: it has nine groups of four signs.</source>
        <translation>De code is nog niet compleet: er zijn negen groepjes van vier tekens.</translation>
    </message>
    <message>
        <source>{number}: look again</source>
        <translation>{number}: kijk nog eens</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Groepje {number}</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Type the code of your recovery sheet</source>
        <translation>Typ de code van uw herstelblad</translation>
    </message>
    <message>
        <source>Your groups do not open by themselves</source>
        <translation>Uw groepen gaan niet vanzelf open</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Openen</translation>
    </message>
    <message>
        <source>Ask the &amp;keyring again</source>
        <translation>Sleutelbos op&amp;nieuw vragen</translation>
    </message>
    <message>
        <source>Choose another &amp;place…</source>
        <translation>Andere &amp;plek kiezen…</translation>
    </message>
    <message>
        <source>Look at the de&amp;mo</source>
        <translation>De de&amp;mo bekijken</translation>
    </message>
    <message>
        <source>The code is being tried</source>
        <translation>De code wordt geprobeerd</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Tick what you want to see. Too wide for the window? Then the table scrolls.</source>
        <translation>Kruis aan wat u wilt zien. Is dat te breed voor het venster? Dan kunt u de tabel schuiven.</translation>
    </message>
    <message>
        <source>What &amp;fits</source>
        <translation>Wat &amp;past</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Which column is which?</source>
        <translation>Wat staat in welke kolom?</translation>
    </message>
    <message>
        <source>The names above the columns of this table are not known. Say where everything stands.</source>
        <translation>De namen boven de kolommen van deze tabel zijn niet bekend. Kies waar alles staat.</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Kies een kolom</translation>
    </message>
    <message>
        <source>With the date, or nowhere</source>
        <translation>Bij de datum, of niet</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>Da&amp;tum</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>T&amp;ijd</translation>
    </message>
    <message>
        <source>&amp;Name of who wrote it</source>
        <translation>&amp;Naam van de schrijver</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>Be&amp;richt</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>All right: nothing wrong with it</source>
        <translation>Goed zo: er is niets mis mee</translation>
    </message>
    <message>
        <source>Later: comes back on a date</source>
        <translation>Later: komt op een datum terug</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notitie schrijven</translation>
    </message>
    <message>
        <source>Not right: say what is wrong, for this group</source>
        <translation>Klopt niet: zeg wat er niet klopt, voor deze groep</translation>
    </message>
    <message>
        <source>Why: show the whole reasoning, or put it away</source>
        <translation>Waarom: laat de hele redenering zien, of sluit die</translation>
    </message>
    <message>
        <source>Answer in private</source>
        <translation>Privé antwoorden</translation>
    </message>
    <message>
        <source>Answer in the group</source>
        <translation>In de groep antwoorden</translation>
    </message>
    <message>
        <source>Remove the message</source>
        <translation>Het bericht verwijderen</translation>
    </message>
    <message>
        <source>Point to the right counter</source>
        <translation>Doorverwijzen naar het juiste loket</translation>
    </message>
    <message>
        <source>Point to another group</source>
        <translation>Naar een andere groep verwijzen</translation>
    </message>
    <message>
        <source>Ask the community officer</source>
        <translation>De wijkagent vragen</translation>
    </message>
    <message>
        <source>Dealt with: you settled it yourself</source>
        <translation>Afgehandeld: u hebt het zelf geregeld</translation>
    </message>
    <message>
        <source>Take the step that is proposed for this member</source>
        <translation>De stap zetten die voor deze deelnemer wordt voorgesteld</translation>
    </message>
    <message>
        <source>Decide messages that are alike together</source>
        <translation>Berichten die op elkaar lijken samen afhandelen</translation>
    </message>
    <message>
        <source>Show the other actions</source>
        <translation>De andere acties laten zien</translation>
    </message>
    <message>
        <source>Choose what the list shows</source>
        <translation>Kiezen wat de lijst laat zien</translation>
    </message>
    <message>
        <source>Fill in the telephone number of a member</source>
        <translation>Het telefoonnummer van een lid invullen</translation>
    </message>
    <message>
        <source>Fill in what a member agreed to</source>
        <translation>Invullen waar een lid mee instemt</translation>
    </message>
    <message>
        <source>Say whether two members are the same person</source>
        <translation>Zeggen of twee leden dezelfde persoon zijn</translation>
    </message>
    <message>
        <source>The rights of a member: a copy, put right, object, forget</source>
        <translation>De rechten van een lid: inzage, verbeteren, bezwaar, vergeten</translation>
    </message>
    <message>
        <source>Show everything: drop what you chose</source>
        <translation>Alles tonen: laat uw keuze los</translation>
    </message>
    <message>
        <source>Open a private chat in WhatsApp with the text filled in</source>
        <translation>Een privéchat openen in WhatsApp, met de tekst al ingevuld</translation>
    </message>
    <message>
        <source>Copy the text for your phone</source>
        <translation>De tekst kopiëren voor uw telefoon</translation>
    </message>
    <message>
        <source>Not needed: take it off the list of your phone</source>
        <translation>Niet nodig: van de lijst van uw telefoon halen</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>De laatste beslissing ongedaan maken</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Opnieuw doen wat ongedaan is gemaakt</translation>
    </message>
    <message>
        <source>Undo the decision that is chosen in the logbook</source>
        <translation>Maak de gekozen beslissing in het logboek ongedaan</translation>
    </message>
    <message>
        <source>Show the message that was decided about</source>
        <translation>Toon het bericht waarover is beslist</translation>
    </message>
    <message>
        <source>Open a question about the message: who owes an answer</source>
        <translation>Open een vraag over het bericht: wie moet antwoorden</translation>
    </message>
    <message>
        <source>Show the report that a message is in</source>
        <translation>De melding tonen waar een bericht bij hoort</translation>
    </message>
    <message>
        <source>Save the logbook as a table in a file</source>
        <translation>Bewaar het logboek als tabel in een bestand</translation>
    </message>
    <message>
        <source>Write something new: who asks to join, a rule of the group</source>
        <translation>Schrijf iets nieuws op: wie mee wil doen, of een regel van de groep</translation>
    </message>
    <message>
        <source>Move a rule up</source>
        <translation>Zet een regel hoger</translation>
    </message>
    <message>
        <source>Move a rule down</source>
        <translation>Zet een regel lager</translation>
    </message>
    <message>
        <source>Have a rule stay in its place, or let it move again</source>
        <translation>Zet een regel vast op zijn plaats, of maak hem los</translation>
    </message>
    <message>
        <source>Leave a rule out</source>
        <translation>Laat een regel weg</translation>
    </message>
    <message>
        <source>Close a panel or message</source>
        <translation>Een paneel of melding sluiten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle toetsen laten zien</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Grotere letters</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Kleinere letters</translation>
    </message>
    <message>
        <source>Letters of normal size</source>
        <translation>Letters van gewone grootte</translation>
    </message>
    <message>
        <source>Take in an export</source>
        <translation>Een export inlezen</translation>
    </message>
    <message>
        <source>Paste a conversation</source>
        <translation>Een gesprek plakken</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Venster op slot doen</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Het programma sluiten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Opnieuw kijken</translation>
    </message>
    <message>
        <source>or</source>
        <translation>of</translation>
    </message>
</context>
<context>
    <name>Concern</name>
    <message>
        <source>silent</source>
        <translation>stil</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>druk</translation>
    </message>
    <message>
        <source>much that belongs elsewhere</source>
        <translation>veel dat elders hoort</translation>
    </message>
    <message>
        <source>large area</source>
        <translation>groot gebied</translation>
    </message>
    <message>
        <source>small area</source>
        <translation>klein gebied</translation>
    </message>
</context>
<context>
    <name>ConfirmationsModel</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Read the rules</source>
        <translation>Las de afspraken</translation>
    </message>
    <message>
        <source>Was sent the rules</source>
        <translation>Kreeg de afspraken</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>not yet, as far as is known</source>
        <translation>nog niet, voor zover bekend</translation>
    </message>
    <message>
        <source>yes: {read}</source>
        <translation>ja: {read}</translation>
    </message>
    <message>
        <source>send the rules</source>
        <translation>stuur de afspraken</translation>
    </message>
    <message>
        <source>a reminder may go</source>
        <translation>mag een herinnering</translation>
    </message>
    <message>
        <source>ready to send</source>
        <translation>staat klaar</translation>
    </message>
    <message>
        <source>wait a week</source>
        <translation>wacht een week</translation>
    </message>
    <message>
        <source>reminded on {day}</source>
        <translation>herinnerd op {day}</translation>
    </message>
</context>
<context>
    <name>ConsentForm</name>
    <message>
        <source>In the group</source>
        <translation>In de groep</translation>
    </message>
    <message>
        <source>Agrees to take part</source>
        <translation>Wil meedoen</translation>
    </message>
    <message>
        <source>and said so:</source>
        <translation>en zei dat:</translation>
    </message>
    <message>
        <source>at the door, by e-mail, on a form…</source>
        <translation>aan de deur, per e-mail, op een formulier…</translation>
    </message>
    <message>
        <source>How he agreed</source>
        <translation>Hoe het lid dat zei</translation>
    </message>
    <message>
        <source>Was sent the rules</source>
        <translation>Heeft de afspraken gekregen</translation>
    </message>
    <message>
        <source>Says he knows the rules</source>
        <translation>Zegt de afspraken te kennen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
</context>
<context>
    <name>ConsoleOpener</name>
    <message>
        <source>The keyring of this computer has the key now. You need no code any more.</source>
        <translation>De sleutelbos van deze computer heeft de sleutel nu. U hebt de code niet meer nodig.</translation>
    </message>
    <message>
        <source>The keyring of this computer did not take the key. The next time, the code is asked again.</source>
        <translation>De sleutelbos van deze computer nam de sleutel niet aan. De volgende keer wordt weer om de code gevraagd.</translation>
    </message>
    <message>
        <source>Recovery sheet {number} counts from now on.</source>
        <translation>Herstelblad {number} geldt vanaf nu.</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>This is the message. </source>
        <translation>Dit is het bericht. </translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;aam</translation>
    </message>
    <message>
        <source>Telephone num&amp;ber</source>
        <translation>Telefoonnumme&amp;r</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>Write the name and the number as they should be.</source>
        <translation>Schrijf de naam en het nummer zoals ze moeten zijn.</translation>
    </message>
    <message>
        <source>An empty number is forgotten.</source>
        <translation>Laat u het nummer leeg, dan wordt het vergeten.</translation>
    </message>
    <message>
        <source>What was &amp;said (not needed)</source>
        <translation>Wat deze persoon &amp;zei (hoeft niet)</translation>
    </message>
    <message>
        <source>&amp;Put right</source>
        <translation>&amp;Verbeteren</translation>
    </message>
</context>
<context>
    <name>CorrectionView</name>
    <message>
        <source>What is not right?</source>
        <translation>Wat klopt er niet?</translation>
    </message>
    <message>
        <source>The program remembers it for messages in this group that look like it.</source>
        <translation>Het programma onthoudt dit voor berichten in deze groep die erop lijken.</translation>
    </message>
    <message>
        <source>&amp;Remember</source>
        <translation>On&amp;thouden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>CountersForm</name>
    <message>
        <source>With {key} you point members to the right counter. In which municipality a group is, you choose on the page Groups.</source>
        <translation>Met {key} verwijst u door naar het juiste loket. In welke gemeente een groep ligt, kiest u op de pagina Groepen.</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Name of the municipality</source>
        <translation>Naam van de gemeente</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Loketten</translation>
    </message>
    <message>
        <source>Mail for reports</source>
        <translation>Mail voor meldingen</translation>
    </message>
    <message>
        <source>Address of Signalen</source>
        <translation>Adres van Signalen</translation>
    </message>
    <message>
        <source>Some municipalities take reports by mail, or through Signalen. Ask yours whether you may use it, and for the address.</source>
        <translation>Sommige gemeenten nemen meldingen aan per mail of via Signalen. Vraag uw gemeente of u dat mag gebruiken, en om het adres.</translation>
    </message>
    <message>
        <source>&amp;New municipality</source>
        <translation>&amp;Nieuwe gemeente</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bew&amp;aren</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Terugzetten</translation>
    </message>
    <message>
        <source>&amp;Add a counter</source>
        <translation>&amp;Loket erbij</translation>
    </message>
    <message>
        <source>&amp;Remove this counter</source>
        <translation>D&amp;it loket weghalen</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>For what, in one sentence</source>
        <translation>Waarvoor, in één zin</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>App or site</source>
        <translation>App of site</translation>
    </message>
</context>
<context>
    <name>CountersLeaf</name>
    <message>
        <source>The counters were changed. With {key} you undo it.</source>
        <translation>De loketten zijn gewijzigd. Met {key} maakt u dat ongedaan.</translation>
    </message>
</context>
<context>
    <name>DailySummary</name>
    <message numerus="yes">
        <source>%Ln thing(s) wait for you.</source>
        <translation>
            <numerusform>Er wacht %Ln ding op u.</numerusform>
            <numerusform>Er wachten %Ln dingen op u.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them ask(s) for attention now.</source>
        <translation>
            <numerusform>%Ln daarvan vraagt nu aandacht.</numerusform>
            <numerusform>%Ln daarvan vragen nu aandacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to do on your phone.</source>
        <translation>
            <numerusform>Op uw telefoon moet nog %Ln ding gebeuren.</numerusform>
            <numerusform>Op uw telefoon moeten nog %Ln dingen gebeuren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln overview(s) can go to a professional.</source>
        <translation>
            <numerusform>Er kan %Ln overzicht naar een professional.</numerusform>
            <numerusform>Er kunnen %Ln overzichten naar professionals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) did not say yet that they read the rules.</source>
        <translation>
            <numerusform>%Ln lid zei nog niet dat hij of zij de afspraken las.</numerusform>
            <numerusform>%Ln leden zeiden nog niet dat zij de afspraken lazen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) may be told a rule again.</source>
        <translation>
            <numerusform>In %Ln groep kunt u een afspraak opfrissen.</numerusform>
            <numerusform>In %Ln groepen kunt u een afspraak opfrissen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) of somebody about his own data.</source>
        <translation>
            <numerusform>%Ln vraag van iemand over eigen gegevens.</numerusform>
            <numerusform>%Ln vragen van mensen over eigen gegevens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DamagedOffer</name>
    <message>
        <source>One moment, the program looks for your last good backup…</source>
        <translation>Een ogenblik, het programma zoekt uw laatste goede reservekopie…</translation>
    </message>
    <message>
        <source>No backup was found beside it. Do you have one elsewhere, as on a stick? Choose it.</source>
        <translation>Er is geen reservekopie gevonden. Hebt u er een op een andere plek, zoals een stick? Kies die dan.</translation>
    </message>
    <message>
        <source>Is this the right sheet, and the right file? Then the beginning of the file may be damaged. You can put back your last good backup.</source>
        <translation>Is dit het goede blad, en het goede bestand? Dan is misschien het begin van het bestand beschadigd. U kunt dan uw laatste goede reservekopie terugzetten.</translation>
    </message>
    <message>
        <source>One moment, the backup is being put back…</source>
        <translation>Een ogenblik, de reservekopie wordt teruggezet…</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Kies een reservekopie</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
    <message>
        <source>Choose &amp;another backup…</source>
        <translation>Andere &amp;reservekopie kiezen…</translation>
    </message>
</context>
<context>
    <name>DateOrderView</name>
    <message>
        <source>Which dates are right?</source>
        <translation>Welke datums kloppen?</translation>
    </message>
    <message>
        <source>This export does not tell whether the day or the month comes first. Choose the dates that fit what you know of the group.</source>
        <translation>In deze export is niet te zien of eerst de dag of eerst de maand staat. Kies de datums die passen bij wat u van de groep weet.</translation>
    </message>
    <message>
        <source>Day first: {period}</source>
        <translation>Eerst de dag: {period}</translation>
    </message>
    <message>
        <source>Month first: {period}</source>
        <translation>Eerst de maand: {period}</translation>
    </message>
    <message>
        <source>Year first: {period}</source>
        <translation>Eerst het jaar: {period}</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Eerste bericht</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Laatste bericht</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Remembered for this group. With {key} you undo it.</source>
        <translation>Onthouden voor deze groep. Met {key} maakt u het ongedaan.</translation>
    </message>
    <message numerus="yes">
        <source>Decided about %Ln together. With {key} you undo it.</source>
        <translation>
            <numerusform>Over %Ln tegelijk besloten. Met {key} maakt u het ongedaan.</numerusform>
            <numerusform>Over %Ln tegelijk besloten. Met {key} maakt u het ongedaan.</numerusform>
        </translation>
    </message>
    <message>
        <source>It comes back on {day}.</source>
        <translation>Het komt terug op {day}.</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>All right</source>
        <translation>Goed zo</translation>
    </message>
    <message>
        <source>In private…</source>
        <translation>Privé…</translation>
    </message>
    <message>
        <source>In the group…</source>
        <translation>In de groep…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Point to a counter…</source>
        <translation>Doorverwijzen…</translation>
    </message>
    <message>
        <source>Other group…</source>
        <translation>Andere groep…</translation>
    </message>
    <message>
        <source>Community officer…</source>
        <translation>Wijkagent…</translation>
    </message>
    <message>
        <source>Open a question…</source>
        <translation>Open een vraag…</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Later…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notitie…</translation>
    </message>
    <message>
        <source>Not right…</source>
        <translation>Klopt niet…</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
    <message>
        <source>Proposed step…</source>
        <translation>Voorgestelde stap…</translation>
    </message>
    <message>
        <source>Together…</source>
        <translation>Bij elkaar…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan</translation>
    </message>
</context>
<context>
    <name>DigestPanel</name>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Language of the overview</source>
        <translation>Taal van het overzicht</translation>
    </message>
    <message>
        <source>Text of the overview</source>
        <translation>Tekst van het overzicht</translation>
    </message>
    <message>
        <source>How it was sent</source>
        <translation>Hoe het is verstuurd</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>per e-mail</translation>
    </message>
    <message>
        <source>in a message</source>
        <translation>in een bericht</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>op papier</translation>
    </message>
    <message>
        <source>in another way</source>
        <translation>op een andere manier</translation>
    </message>
    <message>
        <source>It wa&amp;s sent</source>
        <translation>Het is ver&amp;stuurd</translation>
    </message>
    <message>
        <source>Save &amp;as a mail…</source>
        <translation>Bew&amp;aren als mail…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) in it.</source>
        <translation>
            <numerusform>Er staat %Ln vraag in.</numerusform>
            <numerusform>Er staan %Ln vragen in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more did not fit on one page.</source>
        <translation>
            <numerusform>Nog %Ln paste niet op één bladzijde.</numerusform>
            <numerusform>Nog %Ln pasten niet op één bladzijde.</numerusform>
        </translation>
    </message>
    <message>
        <source>E-mail: {address}.</source>
        <translation>E-mail: {address}.</translation>
    </message>
    <message>
        <source>No e-mail address is known.</source>
        <translation>Er is geen e-mailadres bekend.</translation>
    </message>
    <message>
        <source>Nothing had to be taken out: no names, no numbers.</source>
        <translation>Er hoefde niets uit: geen namen en geen nummers.</translation>
    </message>
    <message>
        <source>Taken out: {words}</source>
        <translation>Uit de tekst gehaald: {words}</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>en nog %Ln</numerusform>
            <numerusform>en nog %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in my &amp;mail program</source>
        <translation>Openen in mijn &amp;mailprogramma</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>Bewaren als &amp;PDF…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;luiten</translation>
    </message>
    <message>
        <source>Overview for {name}</source>
        <translation>Overzicht voor {name}</translation>
    </message>
    <message>
        <source>Read the text first. You may change it. Nothing leaves this computer by itself.</source>
        <translation>Lees de tekst eerst na. U mag hem veranderen. Er gaat niets vanzelf weg.</translation>
    </message>
</context>
<context>
    <name>Digesting</name>
    <message>
        <source>Copied. Paste it in a message or a mail.</source>
        <translation>Gekopieerd. Plak de tekst in een bericht of een mail.</translation>
    </message>
    <message>
        <source>This text is too long to hand to a mail program. Save it as a mail, or copy it.</source>
        <translation>Deze tekst is te lang voor deze knop. Bewaar hem als mail, of kopieer hem.</translation>
    </message>
    <message>
        <source>Practice: in your own groups your mail program opens now.</source>
        <translation>Oefenen: bij uw eigen groepen opent nu uw mailprogramma.</translation>
    </message>
    <message>
        <source>Your mail program opens with the text in it. You send it there yourself.</source>
        <translation>Uw mailprogramma opent met de tekst erin. U verstuurt hem daar zelf.</translation>
    </message>
    <message>
        <source>No mail program can be opened from this computer. Copy the text instead.</source>
        <translation>Op deze computer opent geen mailprogramma. Kopieer de tekst.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>overview-{day}</source>
        <translation>overzicht-{day}</translation>
    </message>
    <message>
        <source>Save the overview</source>
        <translation>Het overzicht bewaren</translation>
    </message>
    <message>
        <source>Saved. Open the file in your mail program, and send it there.</source>
        <translation>Bewaard. Open het bestand in uw mailprogramma en verstuur het daar.</translation>
    </message>
    <message>
        <source>Saved: one page to print or to send along.</source>
        <translation>Bewaard: één bladzijde om te printen of mee te sturen.</translation>
    </message>
    <message>
        <source>Press It was sent when it went.</source>
        <translation>Is het weg? Druk dan op Het is verstuurd.</translation>
    </message>
    <message>
        <source>Written down that it was sent. With {key} you undo it.</source>
        <translation>Genoteerd dat het is verstuurd. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>DueBar</name>
    <message>
        <source>Overvie&amp;w…</source>
        <translation>O&amp;verzicht…</translation>
    </message>
    <message>
        <source>Make the overview that is due</source>
        <translation>Het overzicht maken dat aan de beurt is</translation>
    </message>
    <message>
        <source>{name} may get an overview.</source>
        <translation>{name} kan een overzicht krijgen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln professional(s) may get an overview.</source>
        <translation>
            <numerusform>%Ln professional kan een overzicht krijgen.</numerusform>
            <numerusform>%Ln professionals kunnen een overzicht krijgen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuePart</name>
    <message>
        <source>all groups</source>
        <translation>alle groepen</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>&amp;Van</translation>
    </message>
    <message>
        <source>Of which group</source>
        <translation>Van welke groep</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>W&amp;anneer</translation>
    </message>
    <message>
        <source>When it goes</source>
        <translation>Wanneer het weggaat</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>within a week</source>
        <translation>binnen een week</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>binnen 30 dagen</translation>
    </message>
    <message>
        <source>From {day} on the program erases by itself, once a day, what was kept long enough.</source>
        <translation>Vanaf {day} wist het programma één keer per dag vanzelf wat lang genoeg bewaard is.</translation>
    </message>
    <message>
        <source>Until then nothing goes by itself.</source>
        <translation>Tot die dag gaat er niets vanzelf weg.</translation>
    </message>
    <message>
        <source>Once a day the program erases by itself what was kept long enough.</source>
        <translation>Eén keer per dag wist het programma vanzelf wat lang genoeg bewaard is.</translation>
    </message>
    <message>
        <source>The last time was on {day}.</source>
        <translation>De laatste keer was op {day}.</translation>
    </message>
    <message>
        <source>There is nothing to erase now.</source>
        <translation>Er is nu niets om te wissen.</translation>
    </message>
    <message>
        <source>There is nothing to erase now. From {day} on there is. What you take in stays for a week first.</source>
        <translation>Er is nu niets om te wissen. Vanaf {day} wel. Wat u inleest, blijft eerst een week staan.</translation>
    </message>
    <message>
        <source>Erase &amp;now…</source>
        <translation>Nu wi&amp;ssen…</translation>
    </message>
    <message>
        <source>&amp;Yes, erase it for good</source>
        <translation>&amp;Ja, voorgoed wissen</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nee</translation>
    </message>
    <message>
        <source>Erased for good: {what}. A backup was made just before.</source>
        <translation>Voorgoed gewist: {what}. Vlak daarvoor is een reservekopie gemaakt.</translation>
    </message>
    <message>
        <source>There was nothing to erase.</source>
        <translation>Er was niets te wissen.</translation>
    </message>
    <message>
        <source>A trace of it is still in the file. It goes when you close the program.</source>
        <translation>Er staat nog een spoor van in het bestand. Dat gaat weg als u het programma sluit.</translation>
    </message>
    <message numerus="yes">
        <source>Looked for %Ln of the texts in the whole file: found 0 times.</source>
        <translation>
            <numerusform>Het programma zocht %Ln van de teksten in het hele bestand: 0 keer gevonden.</numerusform>
            <numerusform>Het programma zocht %Ln van de teksten in het hele bestand: 0 keer gevonden.</numerusform>
        </translation>
    </message>
    <message>
        <source>This goes for good: {what}. You cannot undo it. Are you sure?</source>
        <translation>Dit gaat voorgoed weg: {what}. U kunt het niet ongedaan maken. Weet u het zeker?</translation>
    </message>
</context>
<context>
    <name>DueView</name>
    <message>
        <source>What goes</source>
        <translation>Wat er weggaat</translation>
    </message>
    <message>
        <source>Nothing goes in this time.</source>
        <translation>In deze tijd gaat er niets weg.</translation>
    </message>
    <message>
        <source>Of no group</source>
        <translation>Van geen groep</translation>
    </message>
    <message numerus="yes">
        <source>The oldest is of {day}.</source>
        <translation>
            <numerusform>Het is van {day}.</numerusform>
            <numerusform>Het oudste is van {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A code of a refusal</source>
        <translation>Een code van een weigering</translation>
    </message>
    <message>
        <source>{what}: kept until {day}.</source>
        <translation>{what}: bewaard tot {day}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these messages still wait(s) for your decision. Look at them first.</source>
        <translation>
            <numerusform>%Ln van deze berichten wacht nog op uw beslissing. Bekijk dat eerst.</numerusform>
            <numerusform>%Ln van deze berichten wachten nog op uw beslissing. Bekijk die eerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>En nog %Ln.</numerusform>
            <numerusform>En nog %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasingKeeper</name>
    <message>
        <source>Erased, because it was kept long enough: {what}.</source>
        <translation>Gewist, omdat het lang genoeg is bewaard: {what}.</translation>
    </message>
    <message>
        <source>On {day} the program erases what was kept long enough: {what}.</source>
        <translation>Op {day} wist het programma wat lang genoeg is bewaard: {what}.</translation>
    </message>
    <message>
        <source>Look at it under Settings, Keeping and forgetting.</source>
        <translation>U ziet het bij Instellingen, Bewaren en vergeten.</translation>
    </message>
    <message>
        <source>The clock of this computer may be wrong. So this waits until {day}: {what}.</source>
        <translation>De klok van deze computer loopt misschien verkeerd. Daarom wacht dit tot {day}: {what}.</translation>
    </message>
    <message>
        <source>Is the clock right? Then erase it yourself under Settings, Keeping and forgetting.</source>
        <translation>Loopt de klok goed? Wis het dan zelf bij Instellingen, Bewaren en vergeten.</translation>
    </message>
</context>
<context>
    <name>EvaluationFields</name>
    <message>
        <source>For what ev&amp;aluation</source>
        <translation>Voor wel&amp;ke evaluatie</translation>
    </message>
    <message>
        <source>The last day on wh&amp;ich you keep it</source>
        <translation>Tot en &amp;met welke dag</translation>
    </message>
    <message>
        <source>The last day on which the texts are kept</source>
        <translation>De laatste dag waarop de teksten bewaard blijven</translation>
    </message>
    <message>
        <source>For what evaluation</source>
        <translation>Voor welke evaluatie</translation>
    </message>
    <message>
        <source>The report of this year, for the municipality</source>
        <translation>Het jaarverslag voor de gemeente</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>encryption notice</source>
        <translation>bericht over versleuteling</translation>
    </message>
    <message>
        <source>group created</source>
        <translation>groep gemaakt</translation>
    </message>
    <message>
        <source>group name changed</source>
        <translation>naam van de groep veranderd</translation>
    </message>
    <message>
        <source>description changed</source>
        <translation>beschrijving veranderd</translation>
    </message>
    <message>
        <source>group picture changed</source>
        <translation>foto van de groep veranderd</translation>
    </message>
    <message>
        <source>member added</source>
        <translation>deelnemer toegevoegd</translation>
    </message>
    <message>
        <source>member removed</source>
        <translation>deelnemer verwijderd</translation>
    </message>
    <message>
        <source>member left</source>
        <translation>deelnemer weggegaan</translation>
    </message>
    <message>
        <source>joined by the link</source>
        <translation>lid geworden met de link</translation>
    </message>
    <message>
        <source>asked to join</source>
        <translation>vraagt om lid te worden</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>toegelaten</translation>
    </message>
    <message>
        <source>became administrator</source>
        <translation>beheerder geworden</translation>
    </message>
    <message>
        <source>no longer administrator</source>
        <translation>geen beheerder meer</translation>
    </message>
    <message>
        <source>number changed</source>
        <translation>nummer veranderd</translation>
    </message>
    <message>
        <source>deleted by an administrator</source>
        <translation>verwijderd door een beheerder</translation>
    </message>
    <message>
        <source>timer of messages changed</source>
        <translation>bewaartijd van berichten veranderd</translation>
    </message>
    <message>
        <source>message pinned</source>
        <translation>bericht vastgezet</translation>
    </message>
    <message>
        <source>about the community</source>
        <translation>over de community</translation>
    </message>
    <message>
        <source>other notice</source>
        <translation>andere melding van de app</translation>
    </message>
</context>
<context>
    <name>ExportHelpView</name>
    <message>
        <source>1. Open the group in WhatsApp and tap its name at the top.</source>
        <translation>1. Open de groep in WhatsApp en tik bovenaan op de naam.</translation>
    </message>
    <message>
        <source>2. Scroll down and choose Export Chat.</source>
        <translation>2. Schuif naar beneden en kies Exporteer chat.</translation>
    </message>
    <message>
        <source>3. Choose Without Media.</source>
        <translation>3. Kies Zonder media.</translation>
    </message>
    <message>
        <source>4. Mail the file to yourself, save it on this computer and drop it here.</source>
        <translation>4. Mail het bestand aan uzelf, bewaar het op deze computer en sleep het hierheen.</translation>
    </message>
    <message>
        <source>1. Open the group in WhatsApp and tap the three dots at the top right.</source>
        <translation>1. Open de groep in WhatsApp en tik rechtsboven op de drie puntjes.</translation>
    </message>
    <message>
        <source>2. Choose More.</source>
        <translation>2. Kies Meer.</translation>
    </message>
    <message>
        <source>3. Choose Export chat.</source>
        <translation>3. Kies Chat exporteren.</translation>
    </message>
    <message>
        <source>4. Choose Without media. Mail the file to yourself, save it on this computer and drop it here.</source>
        <translation>4. Kies Zonder media. Mail het bestand aan uzelf, bewaar het op deze computer en sleep het hierheen.</translation>
    </message>
    <message>
        <source>On an iPhone</source>
        <translation>Op een iPhone</translation>
    </message>
    <message>
        <source>On an Android phone</source>
        <translation>Op een Android-telefoon</translation>
    </message>
    <message>
        <source>Four screens of an iPhone that show the steps below</source>
        <translation>Vier schermen van een iPhone die de stappen hieronder laten zien</translation>
    </message>
    <message>
        <source>Four screens of an Android phone that show the steps below</source>
        <translation>Vier schermen van een Android-telefoon die de stappen hieronder laten zien</translation>
    </message>
    <message>
        <source>Is Export Chat missing or grey? Then somebody switched on Advanced Chat Privacy: any member can, and then nobody can export. Ask the group to switch it off, or copy the messages and paste them here.</source>
        <translation>Ziet u Exporteer chat niet, of is het grijs? Dan heeft iemand Geavanceerde chatprivacy aangezet. Elke deelnemer kan dat doen, en dan kan niemand meer exporteren. Vraag de groep om het uit te zetten, of kopieer de berichten en plak ze hier.</translation>
    </message>
    <message>
        <source>An export holds about 40,000 messages at most, and about 10,000 with media: what is older is left out. Export more often and nothing is lost; what you already have is not added twice.</source>
        <translation>In een export passen ongeveer 40.000 berichten, en met media ongeveer 10.000. Wat ouder is, valt weg. Exporteer vaker, dan mist u niets: wat u al hebt, komt er niet dubbel in.</translation>
    </message>
</context>
<context>
    <name>Factor</name>
    <message>
        <source>A small area</source>
        <translation>Een klein gebied</translation>
    </message>
    <message>
        <source>Enough members</source>
        <translation>Genoeg leden</translation>
    </message>
    <message>
        <source>An active administrator</source>
        <translation>Een actieve beheerder</translation>
    </message>
    <message>
        <source>Professionals who report back</source>
        <translation>Professionals die iets terugmelden</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Name in the app: {name}</source>
        <translation>Naam in de app: {name}</translation>
    </message>
    <message>
        <source>since before the export begins</source>
        <translation>al voor het begin van de export</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>sinds {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>tot {day}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>van {first} tot {last}</translation>
    </message>
    <message>
        <source>{period} (taken out)</source>
        <translation>{period} (uit de groep gehaald)</translation>
    </message>
    <message>
        <source>Agreement: not known</source>
        <translation>Toestemming: niet bekend</translation>
    </message>
    <message>
        <source>Agreed on {day}: {how}</source>
        <translation>Toestemming op {day}: {how}</translation>
    </message>
    <message>
        <source>Agreed on {day}</source>
        <translation>Toestemming op {day}</translation>
    </message>
    <message>
        <source>Read the rules: {read}</source>
        <translation>Las de afspraken: {read}</translation>
    </message>
    <message>
        <source>Was sent the rules: {sent}</source>
        <translation>Kreeg de afspraken: {sent}</translation>
    </message>
    <message>
        <source>Rules: not known</source>
        <translation>Afspraken: niet bekend</translation>
    </message>
    <message>
        <source>in the group, {day}</source>
        <translation>in de groep, {day}</translation>
    </message>
    <message>
        <source>in private, {day}</source>
        <translation>privé, {day}</translation>
    </message>
    <message>
        <source>on paper, {day}</source>
        <translation>op papier, {day}</translation>
    </message>
    <message>
        <source>told aloud, {day}</source>
        <translation>verteld, {day}</translation>
    </message>
    <message>
        <source>wrote so, {day}</source>
        <translation>schreef het, {day}</translation>
    </message>
    <message>
        <source>thumbs up, {day}</source>
        <translation>duim omhoog, {day}</translation>
    </message>
    <message>
        <source>said so, {day}</source>
        <translation>zei het, {day}</translation>
    </message>
    <message>
        <source>on joining, {day}</source>
        <translation>bij het aanmelden, {day}</translation>
    </message>
    <message>
        <source>until {day}, in all groups</source>
        <translation>tot {day}, in alle groepen</translation>
    </message>
    <message>
        <source>until {day}, in {group} only</source>
        <translation>tot {day}, alleen in {group}</translation>
    </message>
    <message>
        <source>{step}; counts until {day}</source>
        <translation>{step}; telt mee tot {day}</translation>
    </message>
    <message>
        <source>For the proposal of the next step. A talk never counts.</source>
        <translation>Voor het voorstel van de volgende stap. Een gesprek telt nooit mee.</translation>
    </message>
</context>
<context>
    <name>FamilyView</name>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>No other group belongs with this one yet. Such as a second group to talk in, or a neighbouring group.</source>
        <translation>Er hoort nog geen andere groep bij. Bijvoorbeeld een tweede groep om te praten, of een buurgroep.</translation>
    </message>
    <message>
        <source>first letters of another group</source>
        <translation>eerste letters van een andere groep</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>Een andere groep</translation>
    </message>
    <message>
        <source>What it is to this group</source>
        <translation>Wat die groep is voor deze groep</translation>
    </message>
    <message>
        <source>Put it &amp;in the family</source>
        <translation>Bij de fami&amp;lie zetten</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} tonen</translation>
    </message>
    <message>
        <source>Not so</source>
        <translation>Klopt niet</translation>
    </message>
    <message>
        <source>{name} is no family</source>
        <translation>{name} is geen familie</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>a report was seen or passed on</source>
        <translation>een melding is gezien of doorgegeven</translation>
    </message>
    <message>
        <source>what came of a report</source>
        <translation>wat er van een melding is gekomen</translation>
    </message>
    <message>
        <source>advice where or how to report</source>
        <translation>advies waar of hoe u meldt</translation>
    </message>
    <message>
        <source>a question about a report</source>
        <translation>een vraag over een melding</translation>
    </message>
</context>
<context>
    <name>FeedbackLeaves</name>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Professionals</source>
        <translation>Professionals</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
</context>
<context>
    <name>FeedbackView</name>
    <message>
        <source>What to see of the answers owed</source>
        <translation>Wat u van de terugkoppeling ziet</translation>
    </message>
</context>
<context>
    <name>FiguresChoice</name>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>tot en met</translation>
    </message>
    <message>
        <source>The last four weeks</source>
        <translation>De laatste vier weken</translation>
    </message>
    <message>
        <source>The last three months</source>
        <translation>De laatste drie maanden</translation>
    </message>
    <message>
        <source>The last twelve months</source>
        <translation>De laatste twaalf maanden</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dit jaar</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Vorig jaar</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Van dag tot dag</translation>
    </message>
</context>
<context>
    <name>FiguresLeaf</name>
    <message>
        <source>Which figures to see</source>
        <translation>Welke cijfers u wilt zien</translation>
    </message>
    <message>
        <source>Per group</source>
        <translation>Per groep</translation>
    </message>
    <message>
        <source>Per professional</source>
        <translation>Per professional</translation>
    </message>
    <message>
        <source>What was solved</source>
        <translation>Wat is opgelost</translation>
    </message>
    <message>
        <source>A year in words</source>
        <translation>Een jaar in woorden</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporteren…</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>figures-{first}-{last}</source>
        <translation>cijfers-{first}-{last}</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>De cijfers bewaren</translation>
    </message>
    <message>
        <source>The figures were saved. Every number below five is hidden in the file.</source>
        <translation>De cijfers zijn bewaard. Getallen onder de vijf staan niet in het bestand.</translation>
    </message>
</context>
<context>
    <name>FiguresModel</name>
    <message>
        <source>{name} (service)</source>
        <translation>{name} (dienst)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Gesteld</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>Reported back</source>
        <translation>Teruggemeld</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Vervallen</translation>
    </message>
    <message>
        <source>Half came within</source>
        <translation>Helft kwam binnen</translation>
    </message>
    <message>
        <source>112 when urgent</source>
        <translation>112 bij spoed</translation>
    </message>
    <message>
        <source>{days} (of {count})</source>
        <translation>{days} (van {count})</translation>
    </message>
    <message>
        <source>{called} of {reports}</source>
        <translation>{called} van {reports}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known</source>
        <translation>
            <numerusform>%Ln niet bekend</numerusform>
            <numerusform>%Ln niet bekend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Figures per group</source>
        <translation>Cijfers per groep</translation>
    </message>
    <message>
        <source>Figures per professional</source>
        <translation>Cijfers per professional</translation>
    </message>
    <message>
        <source>A question that two groups ask counts with both. Above it counts once.</source>
        <translation>Een vraag van twee groepen telt bij allebei. Hierboven telt hij één keer.</translation>
    </message>
    <message>
        <source>By name, and not to compare people: who gets more questions has more to do.</source>
        <translation>Op naam, en niet om mensen te vergelijken. Wie meer vragen krijgt, heeft meer te doen.</translation>
    </message>
    <message>
        <source>Make the window wider, or the letters smaller, for more figures.</source>
        <translation>Maak het venster breder of de letters kleiner voor meer cijfers.</translation>
    </message>
    <message>
        <source>No question was opened in this period.</source>
        <translation>In deze periode is geen vraag gesteld.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) opened.</source>
        <translation>
            <numerusform>Er is %Ln vraag gesteld.</numerusform>
            <numerusform>Er zijn %Ln vragen gesteld.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reported back: {told}. Dropped: {lapsed}.</source>
        <translation>Teruggemeld: {told}. Vervallen: {lapsed}.</translation>
    </message>
    <message>
        <source>No urgent report in this period.</source>
        <translation>Geen melding met spoed in deze periode.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln urgent report(s).</source>
        <translation>
            <numerusform>%Ln melding met spoed.</numerusform>
            <numerusform>%Ln meldingen met spoed.</numerusform>
        </translation>
    </message>
    <message>
        <source>112 was called with {called}, not with {others}. Of {unknown} it is not known.</source>
        <translation>Bij {called} is 112 gebeld, bij {others} niet. Van {unknown} is het niet bekend.</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Show everything</source>
        <translation>Alles tonen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln verborgen</numerusform>
            <numerusform>%Ln verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>{hidden}, {count} now</source>
        <translation>{hidden}, {count} nu</translation>
    </message>
    <message>
        <source>You see everything: your choice hides nothing.</source>
        <translation>U ziet alles. Uw keuze verbergt niets.</translation>
    </message>
    <message numerus="yes">
        <source>You do not see everything: your choice hides %Ln.</source>
        <translation>
            <numerusform>U ziet niet alles. Uw keuze verbergt er %Ln.</numerusform>
            <numerusform>U ziet niet alles. Uw keuze verbergt er %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them ask(s) for attention now.</source>
        <translation>
            <numerusform>%Ln daarvan vraagt nu aandacht.</numerusform>
            <numerusform>%Ln daarvan vragen nu aandacht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>What do you want to see?</source>
        <translation>Wat wilt u zien?</translation>
    </message>
    <message>
        <source>Press a word. ✓ must: only messages with this. ✗ not: no messages with this. Without a mark it does not matter. Do more words in one row have ✓? Then one of them is enough.</source>
        <translation>Druk op een woord. ✓ moet: alleen berichten waarbij dit zo is. ✗ niet: geen berichten waarbij dit zo is. Zonder teken maakt het niet uit. Staat er in één rij vaker ✓? Dan is één daarvan genoeg.</translation>
    </message>
    <message>
        <source>With these words</source>
        <translation>Met deze woorden</translation>
    </message>
    <message>
        <source>Without these words</source>
        <translation>Zonder deze woorden</translation>
    </message>
    <message>
        <source>Your views</source>
        <translation>Uw weergaven</translation>
    </message>
    <message>
        <source>Keep this view as</source>
        <translation>Bewaar deze weergave als</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bew&amp;aren</translation>
    </message>
    <message>
        <source>For&amp;get this view</source>
        <translation>Weergave &amp;vergeten</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Choose a view</source>
        <translation>Kies een weergave</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the list.</source>
        <translation>
            <numerusform>%Ln in de lijst.</numerusform>
            <numerusform>%Ln in de lijst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden.</source>
        <translation>
            <numerusform>%Ln verborgen.</numerusform>
            <numerusform>%Ln verborgen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>put off before</source>
        <translation>eerder uitgesteld</translation>
    </message>
    <message>
        <source>✓ must: put off before</source>
        <translation>✓ moet: eerder uitgesteld</translation>
    </message>
    <message>
        <source>✗ not: put off before</source>
        <translation>✗ niet: eerder uitgesteld</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>met een notitie</translation>
    </message>
    <message>
        <source>✓ must: with a note</source>
        <translation>✓ moet: met een notitie</translation>
    </message>
    <message>
        <source>✗ not: with a note</source>
        <translation>✗ niet: met een notitie</translation>
    </message>
    <message>
        <source>✓ must: {name}</source>
        <translation>✓ moet: {name}</translation>
    </message>
    <message>
        <source>✗ not: {name}</source>
        <translation>✗ niet: {name}</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation>Soort groep</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>Waarom het hier staat</translation>
    </message>
    <message>
        <source>How soon</source>
        <translation>Hoe snel</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Wat het is</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Wie het schreef</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
</context>
<context>
    <name>Filtering</name>
    <message>
        <source>The view is kept. With {key} you undo it.</source>
        <translation>De weergave is bewaard. Met {key} maakt u dat ongedaan.</translation>
    </message>
    <message>
        <source>The view is forgotten. With {key} you undo it.</source>
        <translation>De weergave is vergeten. Met {key} maakt u dat ongedaan.</translation>
    </message>
</context>
<context>
    <name>FindFrame</name>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Show in the chat</source>
        <translation>Toon in gesprek</translation>
    </message>
    <message>
        <source>Yes, this is the answer…</source>
        <translation>Ja, dit is het antwoord…</translation>
    </message>
    <message>
        <source>Yes, this is a professional</source>
        <translation>Ja, dit is een professional</translation>
    </message>
    <message>
        <source>Yes, open a question</source>
        <translation>Ja, open een vraag</translation>
    </message>
    <message>
        <source>Yes, it is about this</source>
        <translation>Ja, het gaat hierover</translation>
    </message>
</context>
<context>
    <name>FindKind</name>
    <message>
        <source>may be an answer</source>
        <translation>lijkt een antwoord</translation>
    </message>
    <message>
        <source>asks whether there is news</source>
        <translation>vraagt of er nieuws is</translation>
    </message>
    <message>
        <source>says it was passed on</source>
        <translation>zegt dat het is doorgegeven</translation>
    </message>
    <message>
        <source>signed by a professional</source>
        <translation>ondertekend door een professional</translation>
    </message>
</context>
<context>
    <name>FindListView</name>
    <message>
        <source>Recognised in the chats</source>
        <translation>Herkend in de gesprekken</translation>
    </message>
    <message>
        <source>The program may be wrong. Say for each of them whether it is so.</source>
        <translation>Het programma kan het mis hebben. Zeg bij elk of het klopt.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>FirstView</name>
    <message>
        <source>No chat yet? Then make a new group on the page Groups.</source>
        <translation>Nog geen chat? Maak dan een nieuwe groep op de pagina Groepen.</translation>
    </message>
</context>
<context>
    <name>Flag</name>
    <message>
        <source>urgent, 112?</source>
        <translation>spoed, 112?</translation>
    </message>
    <message>
        <source>taking the law into own hands</source>
        <translation>eigenrichting</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>persoonsgegevens</translation>
    </message>
    <message>
        <source>stigmatising</source>
        <translation>stigmatiserend</translation>
    </message>
    <message>
        <source>abusive language</source>
        <translation>grof of dreigend</translation>
    </message>
    <message>
        <source>does not belong here</source>
        <translation>hoort hier niet</translation>
    </message>
    <message>
        <source>answer owed</source>
        <translation>terugkoppeling</translation>
    </message>
    <message>
        <source>not in Dutch</source>
        <translation>niet in het Nederlands</translation>
    </message>
</context>
<context>
    <name>FolderIntake</name>
    <message>
        <source>Taken in from your folder. {sentence}</source>
        <translation>Ingelezen uit uw map. {sentence}</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read any more. Choose a folder again under File.</source>
        <translation>De map {folder} kan niet meer gelezen worden. Kies opnieuw een map in het menu Bestand.</translation>
    </message>
</context>
<context>
    <name>ForgettingLeaf</name>
    <message>
        <source>How long, and what goes</source>
        <translation>Hoe lang, en wat er weggaat</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Hoe lang</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Wat er weggaat</translation>
    </message>
    <message>
        <source>How long all groups keep what was changed.</source>
        <translation>Hoe lang alle groepen alles bewaren, is gewijzigd.</translation>
    </message>
    <message>
        <source>How long this group keeps what was changed.</source>
        <translation>Hoe lang deze groep alles bewaart, is gewijzigd.</translation>
    </message>
</context>
<context>
    <name>ForwardConfirmation</name>
    <message>
        <source>This goes to {who}, at {where}.</source>
        <translation>Dit gaat naar {who}, op {where}.</translation>
    </message>
    <message>
        <source>Nothing else goes along. Read once more whether somebody&apos;s name is in it.</source>
        <translation>Verder gaat er niets mee. Lees nog eens na of er geen naam in staat.</translation>
    </message>
</context>
<context>
    <name>ForwardForm</name>
    <message>
        <source>Where on the &amp;map</source>
        <translation>Waar op de &amp;kaart</translation>
    </message>
    <message>
        <source>Where on the &amp;map, if you know</source>
        <translation>Waar op de &amp;kaart, als u het weet</translation>
    </message>
    <message>
        <source>Paste a link of the map, or the two numbers of the spot.</source>
        <translation>Plak een link van de kaart, of de twee getallen van de plek.</translation>
    </message>
    <message>
        <source>The municipality is asked which kinds of report it takes…</source>
        <translation>Aan de gemeente wordt gevraagd welke meldingen zij aanneemt…</translation>
    </message>
    <message>
        <source>Type a word, or choose from the list.</source>
        <translation>Typ een woord, of kies uit de lijst.</translation>
    </message>
    <message>
        <source>send it from here, to {where}</source>
        <translation>hier versturen, naar {where}</translation>
    </message>
    <message>
        <source>with {where}</source>
        <translation>met {where}</translation>
    </message>
    <message>
        <source>by e-mail, to {where}</source>
        <translation>per e-mail, naar {where}</translation>
    </message>
    <message>
        <source>by phone, {where}</source>
        <translation>bellen, {where}</translation>
    </message>
    <message>
        <source>In which wa&amp;y</source>
        <translation>Op welke &amp;manier</translation>
    </message>
    <message>
        <source>Your e-mail address, if you &amp;like</source>
        <translation>&amp;Uw e-mailadres, als u wilt</translation>
    </message>
    <message>
        <source>This a&amp;ddress may be passed on</source>
        <translation>Dit a&amp;dres mag worden doorgegeven</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>In which way</source>
        <translation>Op welke manier</translation>
    </message>
    <message>
        <source>See&amp;n</source>
        <translation>Ge&amp;zien</translation>
    </message>
    <message>
        <source>Serv&amp;ice</source>
        <translation>D&amp;ienst</translation>
    </message>
    <message>
        <source>&amp;Kind of report</source>
        <translation>Soo&amp;rt melding</translation>
    </message>
    <message>
        <source>Open the ma&amp;p</source>
        <translation>Kaart &amp;openen</translation>
    </message>
    <message>
        <source>Ask a&amp;gain</source>
        <translation>Opnieuw vra&amp;gen</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>De melding</translation>
    </message>
    <message>
        <source>Choose a kind</source>
        <translation>Kies een soort</translation>
    </message>
    <message>
        <source>When it was seen</source>
        <translation>Wanneer het is gezien</translation>
    </message>
    <message>
        <source>Where on the map</source>
        <translation>Waar op de kaart</translation>
    </message>
    <message>
        <source>Kind of report</source>
        <translation>Soort melding</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Uw e-mailadres</translation>
    </message>
    <message>
        <source>Names from the chat do not go along. Read whether nobody can be known by it.</source>
        <translation>Namen uit de chat gaan niet mee. Lees na of niemand eraan te herkennen is.</translation>
    </message>
    <message>
        <source>Left out: {words}. Read whether nobody can be known by the rest.</source>
        <translation>Weggelaten: {words}. Lees na of niemand aan de rest te herkennen is.</translation>
    </message>
    <message>
        <source>Passed on before: {what}</source>
        <translation>Eerder doorgegeven: {what}</translation>
    </message>
</context>
<context>
    <name>ForwardHanding</name>
    <message>
        <source>Copy the text and put it in {where}.</source>
        <translation>Kopieer de tekst en zet die in {where}.</translation>
    </message>
    <message>
        <source>Mail this to {where}.</source>
        <translation>Mail dit naar {where}.</translation>
    </message>
    <message>
        <source>Call {who}: {where}.</source>
        <translation>Bel {who}: {where}.</translation>
    </message>
    <message>
        <source>Subject: {what}</source>
        <translation>Onderwerp: {what}</translation>
    </message>
    <message>
        <source>The question {number} is open now and waits for the answer.</source>
        <translation>De vraag {number} staat nu open en wacht op het antwoord.</translation>
    </message>
    <message>
        <source>The words to pass on</source>
        <translation>De tekst om door te geven</translation>
    </message>
</context>
<context>
    <name>ForwardPanel</name>
    <message>
        <source>All that leaves: is it right?</source>
        <translation>Dit gaat eruit: klopt het?</translation>
    </message>
    <message>
        <source>Now pass it on yourself</source>
        <translation>Geef het nu zelf door</translation>
    </message>
    <message>
        <source>Forward to a service</source>
        <translation>Doorgeven aan een dienst</translation>
    </message>
    <message>
        <source>&amp;Send in 10 seconds</source>
        <translation>Verstu&amp;ur over 10 seconden</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieer</translation>
    </message>
    <message>
        <source>Open in &amp;mail program</source>
        <translation>Open in &amp;mailprogramma</translation>
    </message>
    <message>
        <source>Save as e-mai&amp;l…</source>
        <translation>Bewaar als e-mai&amp;l…</translation>
    </message>
    <message>
        <source>P&amp;assed on</source>
        <translation>D&amp;oorgegeven</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>See what le&amp;aves…</source>
        <translation>Bekijk wat eruit ga&amp;at…</translation>
    </message>
    <message>
        <source>Later, on your ph&amp;one</source>
        <translation>&amp;Straks, op uw telefoon</translation>
    </message>
    <message>
        <source>Get it &amp;ready</source>
        <translation>Zet het k&amp;laar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>Forwarding</name>
    <message>
        <source>No browser can be opened from this computer. Open the map on your phone instead.</source>
        <translation>Op deze computer kan geen browser open. Open de kaart op uw telefoon.</translation>
    </message>
    <message>
        <source>The report waits ten seconds, and then goes to the municipality.</source>
        <translation>De melding wacht tien seconden en gaat dan naar de gemeente.</translation>
    </message>
    <message>
        <source>The text is copied. Paste it where you report, or send it to your phone.</source>
        <translation>De tekst is gekopieerd. Plak hem waar u de melding doet, of stuur hem naar uw telefoon.</translation>
    </message>
    <message>
        <source>Practice: in your own groups your mail program opens now.</source>
        <translation>Oefenen: bij uw eigen groepen opent nu uw mailprogramma.</translation>
    </message>
    <message>
        <source>Your mail program opens with the text in it. You send it there yourself.</source>
        <translation>Uw mailprogramma opent met de tekst erin. U verstuurt hem daar zelf.</translation>
    </message>
    <message>
        <source>No mail program can be opened from this computer. Copy the text instead.</source>
        <translation>Op deze computer kan geen mailprogramma open. Kopieer de tekst.</translation>
    </message>
    <message>
        <source>report</source>
        <translation>melding</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Save the mail</source>
        <translation>De mail bewaren</translation>
    </message>
    <message>
        <source>Saved. Open the file in your mail program, and send it there.</source>
        <translation>Bewaard. Open het bestand in uw mailprogramma en verstuur het daar.</translation>
    </message>
    <message>
        <source>Noted that it was passed on. With {key} you undo it.</source>
        <translation>Genoteerd dat het is doorgegeven. Met {key} maakt u het ongedaan.</translation>
    </message>
    <message>
        <source>It stands ready on the page On your phone.</source>
        <translation>Het staat klaar op de pagina Op uw telefoon.</translation>
    </message>
</context>
<context>
    <name>ForwardsView</name>
    <message>
        <source>Take over as the &amp;answer</source>
        <translation>Overnemen als &amp;antwoord</translation>
    </message>
    <message>
        <source>Ask how it stands &amp;now</source>
        <translation>Vraag hoe het &amp;nu staat</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Doorgegeven</translation>
    </message>
    <message>
        <source>Passed on, and closed there: is that the answer?</source>
        <translation>Doorgegeven, en daar afgesloten: is dat het antwoord?</translation>
    </message>
</context>
<context>
    <name>FunnelView</name>
    <message numerus="yes">
        <source>On the list: %n name(s)</source>
        <translation>
            <numerusform>Op de lijst: %n naam</numerusform>
            <numerusform>Op de lijst: %n namen</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {pool} ({share}%)</source>
        <translation>{count} van {pool} ({share}%)</translation>
    </message>
    <message>
        <source>What each way of asking brought:</source>
        <translation>Wat elke manier van vragen opleverde:</translation>
    </message>
    <message>
        <source>not written down</source>
        <translation>niet opgeschreven</translation>
    </message>
    <message>
        <source>{joined} of {approached} joined</source>
        <translation>{joined} van {approached} deden mee</translation>
    </message>
</context>
<context>
    <name>GroupChoice</name>
    <message>
        <source>For which group?</source>
        <translation>Voor welke groep?</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Ver&amp;der</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>GroupFactsForm</name>
    <message>
        <source>About this group</source>
        <translation>Over deze groep</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>A&amp;pp</source>
        <translation>A&amp;pp</translation>
    </message>
    <message>
        <source>Um&amp;brella organisation</source>
        <translation>&amp;Koepel</translation>
    </message>
    <message>
        <source>Managed b&amp;y</source>
        <translation>Beheer&amp;d door</translation>
    </message>
    <message>
        <source>A&amp;ddresses in the area</source>
        <translation>Adre&amp;ssen in het gebied</translation>
    </message>
    <message>
        <source>&amp;Residents in the area</source>
        <translation>Bew&amp;oners in het gebied</translation>
    </message>
    <message>
        <source>for example WABP, or the municipality</source>
        <translation>bijvoorbeeld WABP, of de gemeente</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>Pu&amp;t back</source>
        <translation>&amp;Terugzetten</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>niet ingevuld</translation>
    </message>
</context>
<context>
    <name>GroupFilterView</name>
    <message numerus="yes">
        <source>Ar&amp;chive (%Ln)</source>
        <translation>
            <numerusform>Archie&amp;f (%Ln)</numerusform>
            <numerusform>Archie&amp;f (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>A name ({key})</source>
        <translation>Een naam ({key})</translation>
    </message>
    <message>
        <source>Search a group</source>
        <translation>Een groep zoeken</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation>Soort groep</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Managed by</source>
        <translation>Beheerd door</translation>
    </message>
    <message>
        <source>Onl&amp;y what asks for a look</source>
        <translation>Alleen wat aan&amp;dacht vraagt</translation>
    </message>
    <message>
        <source>In order of</source>
        <translation>Op volgorde van</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle soorten</translation>
    </message>
    <message>
        <source>All apps</source>
        <translation>Alle apps</translation>
    </message>
    <message>
        <source>Whoever manages it</source>
        <translation>Wie het ook beheert</translation>
    </message>
</context>
<context>
    <name>GroupForm</name>
    <message>
        <source>Kind of group</source>
        <translation>Soort groep</translation>
    </message>
    <message>
        <source>Community officer</source>
        <translation>Wijkagent</translation>
    </message>
    <message>
        <source>Name of the community officer</source>
        <translation>Naam van de wijkagent</translation>
    </message>
    <message>
        <source>Number of the community officer</source>
        <translation>Nummer van de wijkagent</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nummer</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Terugzetten</translation>
    </message>
    <message>
        <source>Parts of the form</source>
        <translation>Delen van het formulier</translation>
    </message>
    <message>
        <source>How strict</source>
        <translation>Hoe streng</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>Try other rules</source>
        <translation>Andere regels proberen</translation>
    </message>
    <message numerus="yes">
        <source>What you taught: %Ln</source>
        <translation>
            <numerusform>Geleerd van u: %Ln</numerusform>
            <numerusform>Geleerd van u: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupLeaves</name>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Leden</translation>
    </message>
    <message>
        <source>Professionals</source>
        <translation>Professionals</translation>
    </message>
    <message>
        <source>Who is in it</source>
        <translation>Wie zit erin</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Start-up</source>
        <translation>Opstarten</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
</context>
<context>
    <name>GroupRole</name>
    <message>
        <source>member</source>
        <translation>deelnemer</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>coördinator</translation>
    </message>
    <message>
        <source>professional</source>
        <translation>professional</translation>
    </message>
    <message>
        <source>champion</source>
        <translation>kartrekker</translation>
    </message>
</context>
<context>
    <name>GroupSheet</name>
    <message>
        <source>&amp;All groups</source>
        <translation>&amp;Alle groepen</translation>
    </message>
    <message>
        <source>What to see of this group</source>
        <translation>Wat u van deze groep ziet</translation>
    </message>
    <message>
        <source>{name} (archive)</source>
        <translation>{name} (archief)</translation>
    </message>
</context>
<context>
    <name>GroupTableView</name>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Take in an e&amp;xport…</source>
        <translation>Een e&amp;xport inlezen…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Openen</translation>
    </message>
    <message>
        <source>New &amp;group…</source>
        <translation>Nieuwe &amp;groep…</translation>
    </message>
    <message>
        <source>Col&amp;umns…</source>
        <translation>&amp;Kolommen…</translation>
    </message>
    <message>
        <source>Sho&amp;w all groups</source>
        <translation>Alle groepen &amp;tonen</translation>
    </message>
    <message>
        <source>Nothing was found. Look with fewer words, or show all groups.</source>
        <translation>Niets gevonden. Zoek met minder woorden, of toon alle groepen.</translation>
    </message>
    <message>
        <source>There are no groups yet. A group comes here when you take in an export of it.</source>
        <translation>Er zijn nog geen groepen. Een groep komt hier als u er een export van inleest.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {all} groups</source>
        <translation>
            <numerusform>%Ln van de {all} groepen</numerusform>
            <numerusform>%Ln van de {all} groepen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln groep</numerusform>
            <numerusform>%Ln groepen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation>Soort groep</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Umbrella organisation</source>
        <translation>Koepel</translation>
    </message>
    <message>
        <source>Managed by</source>
        <translation>Beheerd door</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Deelnemers</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Dekking</translation>
    </message>
    <message>
        <source>Professionals</source>
        <translation>Professionals</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Take care</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>Read the rules</source>
        <translation>Lazen de afspraken</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>{members} of {count} addresses, {percent}%</source>
        <translation>{members} van {count} adressen, {percent}%</translation>
    </message>
    <message>
        <source>{members} of {count} residents, {percent}%</source>
        <translation>{members} van {count} bewoners, {percent}%</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Laatste bericht</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Wacht op u</translation>
    </message>
</context>
<context>
    <name>GroupsReadModel</name>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Read the rules</source>
        <translation>Las de afspraken</translation>
    </message>
    <message>
        <source>Were sent the rules</source>
        <translation>Kreeg de afspraken</translation>
    </message>
    <message>
        <source>Reminder may go to</source>
        <translation>Mag een herinnering</translation>
    </message>
    <message>
        <source>nobody is in it yet</source>
        <translation>er is nog niemand</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
</context>
<context>
    <name>GroupsView</name>
    <message>
        <source>The group was made. With {key} you undo it.</source>
        <translation>De groep is gemaakt. Met {key} maakt u dat ongedaan.</translation>
    </message>
    <message>
        <source>Groups, and how many members read the rules</source>
        <translation>Groepen, en hoeveel leden de afspraken lazen</translation>
    </message>
    <message>
        <source>&amp;Show the members</source>
        <translation>&amp;Toon de leden</translation>
    </message>
    <message>
        <source>Administrators and professionals are not asked, and not counted.</source>
        <translation>Beheerders en professionals vragen we het niet. Zij tellen niet mee.</translation>
    </message>
    <message>
        <source>There are no groups yet. A group comes here when you take in an export of it.</source>
        <translation>Er zijn nog geen groepen. Een groep komt hier als u een export ervan inleest.</translation>
    </message>
    <message>
        <source>In all groups together, as far as is known, the rules were read by {share}.</source>
        <translation>In alle groepen samen lazen {share} de afspraken, voor zover bekend.</translation>
    </message>
</context>
<context>
    <name>HeadField</name>
    <message>
        <source>Back to the suggestion</source>
        <translation>Terug naar het voorstel</translation>
    </message>
    <message>
        <source>{head}: back to the suggestion</source>
        <translation>{head}: terug naar het voorstel</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>door u</translation>
    </message>
    <message>
        <source>The suggestion was: {value}</source>
        <translation>Het voorstel was: {value}</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>voorstel</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>How the group stands</source>
        <translation>Hoe de groep ervoor staat</translation>
    </message>
    <message>
        <source>A study of ten groups found four things that help a group. This is what the console sees of them.</source>
        <translation>Een studie naar tien groepen vond vier dingen die een groep helpen. Dit ziet de console ervan.</translation>
    </message>
    <message>
        <source>Hide how this is co&amp;unted</source>
        <translation>Verberg hoe d&amp;it geteld is</translation>
    </message>
    <message>
        <source>How is this co&amp;unted?</source>
        <translation>Hoe &amp;is dit geteld?</translation>
    </message>
</context>
<context>
    <name>HouseRulesLayout</name>
    <message>
        <source>P&amp;ut it in</source>
        <translation>Zet er&amp;in</translation>
    </message>
    <message>
        <source>Chan&amp;ge it</source>
        <translation>Wi&amp;jzig</translation>
    </message>
    <message>
        <source>Let it move</source>
        <translation>Maak los</translation>
    </message>
    <message>
        <source>Keep its place</source>
        <translation>Zet vast</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Gooi weg</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Laat weg</translation>
    </message>
    <message>
        <source>The rules of this group</source>
        <translation>De afspraken van deze groep</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Own rule…</source>
        <translation>Eigen regel…</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
    <message>
        <source>To new mem&amp;bers…</source>
        <translation>Aan nieuwe &amp;leden…</translation>
    </message>
    <message>
        <source>First words back</source>
        <translation>Eerste tekst terug</translation>
    </message>
    <message>
        <source>Photos, links, languages…</source>
        <translation>Foto’s, links, talen…</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>Zoals voorgesteld</translation>
    </message>
    <message>
        <source>Your group wrote this rule itself.</source>
        <translation>Deze regel schreef uw groep zelf.</translation>
    </message>
    <message>
        <source>It stands here because it matters for this kind of group.</source>
        <translation>Hij staat hier omdat hij telt voor dit soort groep.</translation>
    </message>
    <message>
        <source>Where it comes from: {source}.</source>
        <translation>Waar hij vandaan komt: {source}.</translation>
    </message>
</context>
<context>
    <name>HouseRulesLeaf</name>
    <message>
        <source>rules {group} {language}</source>
        <translation>afspraken {group} {language}</translation>
    </message>
    <message>
        <source>There is no code to scan on it yet. Fill in the invitation link of the group first.</source>
        <translation>Er staat nog geen code op. Vul eerst de uitnodiging van de groep in.</translation>
    </message>
    <message>
        <source>Nobody whose mother tongue it is read these words yet: {language}. Ask somebody first.</source>
        <translation>Laat deze tekst nakijken door een moedertaalspreker: {language}. Dat deed nog niemand.</translation>
    </message>
    <message>
        <source>This group also reads: {languages}.</source>
        <translation>Deze groep leest ook: {languages}.</translation>
    </message>
</context>
<context>
    <name>HouseRulesModel</name>
    <message>
        <source>(no words in this language yet)</source>
        <translation>(nog geen tekst in deze taal)</translation>
    </message>
    <message>
        <source>own rule</source>
        <translation>eigen regel</translation>
    </message>
    <message>
        <source>changed by you</source>
        <translation>door u aangepast</translation>
    </message>
    <message>
        <source>stays in its place</source>
        <translation>staat vast</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} van {count}</translation>
    </message>
    <message>
        <source>Members do this: {count} (at most {most})</source>
        <translation>Dit doet u wel: {count} (hoogstens {most})</translation>
    </message>
    <message>
        <source>Members do not do this: {count} (at most {most})</source>
        <translation>Dit doet u niet: {count} (hoogstens {most})</translation>
    </message>
    <message>
        <source>Left out now: {count}</source>
        <translation>Nu weggelaten: {count}</translation>
    </message>
</context>
<context>
    <name>ImportOutcomeView</name>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Nothing was taken in</source>
        <translation>Er is niets ingelezen</translation>
    </message>
    <message>
        <source>To &amp;This week</source>
        <translation>Naar &amp;Deze week</translation>
    </message>
    <message>
        <source>Take in &amp;another export</source>
        <translation>&amp;Nog een export inlezen</translation>
    </message>
    <message>
        <source>The messages are looked through now, the newest first.</source>
        <translation>De berichten worden nu bekeken, de nieuwste eerst.</translation>
    </message>
    <message>
        <source>What stands out appears by itself under This week.</source>
        <translation>Wat opvalt, verschijnt vanzelf onder Deze week.</translation>
    </message>
</context>
<context>
    <name>ImportPasteView</name>
    <message>
        <source>Paste messages</source>
        <translation>Berichten plakken</translation>
    </message>
    <message>
        <source>Select the messages in WhatsApp Web or on your phone, copy them, and paste them here. Each message needs its time and its author.</source>
        <translation>Selecteer de berichten in WhatsApp Web of op uw telefoon, kopieer ze en plak ze hier. Bij elk bericht moet staan hoe laat het is en van wie.</translation>
    </message>
    <message>
        <source>Messages to take in</source>
        <translation>Berichten om in te lezen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Doorgaan</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Annuleren</translation>
    </message>
    <message>
        <source>{count} characters are ready. That is too much to show here; you will see it after Continue.</source>
        <translation>Er staan {count} tekens klaar. Dat is te veel om hier te laten zien; na Doorgaan ziet u de berichten.</translation>
    </message>
</context>
<context>
    <name>ImportPreviewView</name>
    <message>
        <source>&amp;Take in</source>
        <translation>&amp;Inlezen</translation>
    </message>
    <message>
        <source>Leave this file &amp;out</source>
        <translation>&amp;Overslaan</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Groep</translation>
    </message>
    <message>
        <source>&amp;Kind of group</source>
        <translation>&amp;Soort groep</translation>
    </message>
    <message>
        <source>&amp;Look at messages</source>
        <translation>&amp;Nakijken</translation>
    </message>
    <message>
        <source>What stands out in them comes in This week. What is older stands with Messages.</source>
        <translation>Wat daarin opvalt, komt in Deze week. Wat ouder is, staat bij Berichten.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation>Soort groep</translation>
    </message>
    <message>
        <source>From when to look at messages</source>
        <translation>Vanaf wanneer u berichten nakijkt</translation>
    </message>
    <message>
        <source>First day to look at</source>
        <translation>Eerste dag om na te kijken</translation>
    </message>
    <message>
        <source>Is this the right export?</source>
        <translation>Is dit de goede export?</translation>
    </message>
    <message>
        <source>First messages</source>
        <translation>Eerste berichten</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Laatste berichten</translation>
    </message>
    <message>
        <source>First and last messages of the export</source>
        <translation>Eerste en laatste berichten van de export</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln bericht</numerusform>
            <numerusform>%Ln berichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln schrijver</numerusform>
            <numerusform>%Ln schrijvers</numerusform>
        </translation>
    </message>
    <message>
        <source>From {app}</source>
        <translation>Uit {app}</translation>
    </message>
    <message>
        <source>{messages} by {authors}</source>
        <translation>{messages} van {authors}</translation>
    </message>
    <message>
        <source>WhatsApp puts no more than about 40,000 messages in an export (10,000 with media). This one looks cut off: older messages are not in it.</source>
        <translation>WhatsApp zet niet meer dan ongeveer 40.000 berichten in een export (10.000 met media). Deze lijkt afgekapt: oudere berichten staan er niet in.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) jump back in time, as text copied from another chat does. They may not be by the person named.</source>
        <translation>
            <numerusform>%Ln bericht springt terug in de tijd, zoals tekst die uit een ander gesprek is geplakt. Het is misschien niet van degene die erbij staat.</numerusform>
            <numerusform>%Ln berichten springen terug in de tijd, zoals tekst die uit een ander gesprek is geplakt. Ze zijn misschien niet van degene die erbij staat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln very long line(s) will be shortened.</source>
        <translation>
            <numerusform>%Ln zeer lange regel wordt ingekort.</numerusform>
            <numerusform>%Ln zeer lange regels worden ingekort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) cannot be read and become �.</source>
        <translation>
            <numerusform>%Ln teken is niet te lezen en wordt �.</numerusform>
            <numerusform>%Ln tekens zijn niet te lezen en worden �.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) without date or text are left out.</source>
        <translation>
            <numerusform>%Ln regel zonder datum of tekst blijft erbuiten.</numerusform>
            <numerusform>%Ln regels zonder datum of tekst blijven erbuiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>You have this group already: only what is new is added.</source>
        <translation>Deze groep hebt u al: alleen wat nieuw is, komt erbij.</translation>
    </message>
    <message>
        <source>This will be a new group.</source>
        <translation>Dit wordt een nieuwe groep.</translation>
    </message>
    <message>
        <source>Give the group a name.</source>
        <translation>Geef de groep een naam.</translation>
    </message>
    <message>
        <source>as you do now in this group</source>
        <translation>zoals u nu al doet in deze groep</translation>
    </message>
    <message>
        <source>of the last four weeks</source>
        <translation>de laatste vier weken</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>vanaf een dag</translation>
    </message>
</context>
<context>
    <name>ImportProgressView</name>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln bericht</numerusform>
            <numerusform>%Ln berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopt…</translation>
    </message>
</context>
<context>
    <name>ImportTroubleView</name>
    <message>
        <source>This could not be taken in: {name}</source>
        <translation>Dit kon niet worden ingelezen: {name}</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Opnieuw &amp;proberen</translation>
    </message>
    <message>
        <source>Go &amp;on without it</source>
        <translation>&amp;Overslaan</translation>
    </message>
    <message>
        <source>How do I &amp;make an export?</source>
        <translation>Hoe &amp;maak ik een export?</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets veranderd.</translation>
    </message>
</context>
<context>
    <name>IntakeView</name>
    <message>
        <source>pasted text</source>
        <translation>geplakte tekst</translation>
    </message>
    <message>
        <source>Looking what this is…</source>
        <translation>Kijken wat dit is…</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>Inlezen…</translation>
    </message>
    <message>
        <source>{name}: stopped, nothing was taken in.</source>
        <translation>{name}: gestopt, er is niets ingelezen.</translation>
    </message>
    <message>
        <source>{name}: left out.</source>
        <translation>{name}: overgeslagen.</translation>
    </message>
    <message>
        <source>{place} of {total}: {name}</source>
        <translation>{place} van {total}: {name}</translation>
    </message>
</context>
<context>
    <name>ItemActing</name>
    <message>
        <source>The note is kept.</source>
        <translation>De notitie is bewaard.</translation>
    </message>
</context>
<context>
    <name>ItemKind</name>
    <message>
        <source>message</source>
        <translation>bericht</translation>
    </message>
    <message>
        <source>join request</source>
        <translation>aanmelding</translation>
    </message>
    <message>
        <source>answer owed</source>
        <translation>antwoord gevraagd</translation>
    </message>
</context>
<context>
    <name>ItemTop</name>
    <message numerus="yes">
        <source>%Ln like this</source>
        <translation>
            <numerusform>%Ln lijkt hierop</numerusform>
            <numerusform>%Ln lijken hierop</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Something went wrong in the program. Nothing was changed. Try again, or send us the report.</source>
        <translation>Er ging iets mis in het programma. Er is niets veranderd. Probeer het opnieuw, of stuur ons het verslag.</translation>
    </message>
</context>
<context>
    <name>JoiningForm</name>
    <message>
        <source>Closed: you admit who joins</source>
        <translation>Besloten: u laat mensen toe</translation>
    </message>
    <message>
        <source>Open: anybody joins by himself</source>
        <translation>Open: iedereen doet zelf mee</translation>
    </message>
    <message>
        <source>&amp;Who may join</source>
        <translation>Wie &amp;mag erbij</translation>
    </message>
    <message>
        <source>From what a&amp;ge</source>
        <translation>Vanaf welke leef&amp;tijd</translation>
    </message>
    <message>
        <source>An answer within (&amp;days)</source>
        <translation>Antwoord binnen (&amp;dagen)</translation>
    </message>
    <message>
        <source>The group is f&amp;ull with (members)</source>
        <translation>De groep is &amp;vol bij (leden)</translation>
    </message>
    <message>
        <source>Who was &amp;not admitted is erased after (days)</source>
        <translation>Wie &amp;niet is toegelaten, gewist na (dagen)</translation>
    </message>
    <message>
        <source>Who &amp;left the group is erased after (days)</source>
        <translation>Wie we&amp;g is uit de groep, gewist na (dagen)</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>elke leeftijd</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>What you ask of somebody who wants to join:</source>
        <translation>Wat u vraagt van wie erbij wil:</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nodig</translation>
    </message>
    <message>
        <source>{check}: needed before admitting is proposed</source>
        <translation>{check}: nodig voor het voorstel om toe te laten</translation>
    </message>
    <message>
        <source>Is all that is needed in order? Then the program proposes to admit. You decide yourself.</source>
        <translation>Is alles wat nodig is in orde? Dan stelt het programma voor om toe te laten. U beslist zelf.</translation>
    </message>
    <message>
        <source>Propose another group when the address belongs there</source>
        <translation>Een andere groep voorstellen als het adres daar hoort</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Hoe lang</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>Ter&amp;ugzetten</translation>
    </message>
    <message>
        <source>the address lies in the area</source>
        <translation>het adres ligt in het gebied</translation>
    </message>
    <message>
        <source>old enough</source>
        <translation>oud genoeg</translation>
    </message>
    <message>
        <source>has read the rules</source>
        <translation>heeft de afspraken gelezen</translation>
    </message>
    <message>
        <source>the others may see the number or name</source>
        <translation>anderen mogen het nummer of de naam zien</translation>
    </message>
    <message>
        <source>confirmed that it was really the applicant</source>
        <translation>bevestigde zelf dat de aanmelding klopt</translation>
    </message>
    <message>
        <source>a member knows this person</source>
        <translation>een lid kent deze persoon</translation>
    </message>
    <message>
        <source>Nobody asks you anything: there are no requests for this group.</source>
        <translation>Niemand vraagt u iets: er zijn geen aanmeldingen voor deze groep.</translation>
    </message>
</context>
<context>
    <name>JoiningLeaf</name>
    <message>
        <source>&amp;Show the requests</source>
        <translation>&amp;Laat de aanmeldingen zien</translation>
    </message>
    <message>
        <source>Anybody joins this group by himself, so nobody asks.</source>
        <translation>Bij deze groep mag iedereen zo meedoen, dus niemand vraagt het.</translation>
    </message>
    <message>
        <source>Nobody asks to join now.</source>
        <translation>Er wil nu niemand bij.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) wait for you.</source>
        <translation>
            <numerusform>Er wacht %Ln aanmelding op u.</numerusform>
            <numerusform>Er wachten %Ln aanmeldingen op u.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them too long.</source>
        <translation>
            <numerusform>%Ln daarvan te lang.</numerusform>
            <numerusform>%Ln daarvan te lang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You wait for an answer of %Ln.</source>
        <translation>
            <numerusform>U wacht op antwoord van %Ln aanvrager.</numerusform>
            <numerusform>U wacht op antwoord van %Ln aanvragers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the waiting list.</source>
        <translation>
            <numerusform>%Ln op de wachtlijst.</numerusform>
            <numerusform>%Ln op de wachtlijst.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rules for joining were changed. With {key} you undo it.</source>
        <translation>De regels voor meedoen zijn aangepast. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key…</source>
        <translation>Druk op een toets…</translation>
    </message>
    <message>
        <source>Key of “{what}”: {key}</source>
        <translation>Toets van “{what}”: {key}</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>{what} (also {keys})</source>
        <translation>{what} (ook {keys})</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Put back: {what}</source>
        <translation>Terugzetten: {what}</translation>
    </message>
</context>
<context>
    <name>KeyRules</name>
    <message>
        <source>{key} goes through lists and fields, and keeps doing that. Choose another key.</source>
        <translation>Met {key} gaat u door lijsten en velden. Dat blijft zo. Kies een andere toets.</translation>
    </message>
    <message>
        <source>{key} already means something in every window. Choose another key.</source>
        <translation>{key} heeft in elk venster al een betekenis. Kies een andere toets.</translation>
    </message>
    <message>
        <source>With Alt you open the menus. Choose another key.</source>
        <translation>Met Alt opent u de menu&apos;s. Kies een andere toets.</translation>
    </message>
    <message>
        <source>Choose a letter, a number or an F key: with Shift it does the same, and stays on the message.</source>
        <translation>Kies een letter, een cijfer of een F-toets. Met Shift erbij doet die hetzelfde, en blijft u bij het bericht.</translation>
    </message>
</context>
<context>
    <name>Keyrings</name>
    <message>
        <source>the keyring of this desktop</source>
        <translation>de sleutelbos van deze computer</translation>
    </message>
    <message>
        <source>the wallet of KDE</source>
        <translation>de portefeuille van KDE</translation>
    </message>
    <message>
        <source>the Credential Manager of Windows</source>
        <translation>het Referentiebeheer van Windows</translation>
    </message>
    <message>
        <source>the keychain of macOS</source>
        <translation>de sleutelhanger van macOS</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>Alle toetsen</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Toetsen en wat ze doen</translation>
    </message>
    <message>
        <source>{keys}: act, and stay on the same message. Letters do nothing while you type in a field. Ctrl+1, Ctrl+2 and so on: the pages at the left. On the page Settings you choose other keys.</source>
        <translation>{keys}: doen, en bij hetzelfde bericht blijven. Letters doen niets terwijl u in een veld typt. Ctrl+1, Ctrl+2 enzovoort: de pagina&apos;s links. Op de pagina Instellingen kiest u andere toetsen.</translation>
    </message>
</context>
<context>
    <name>KeysForm</name>
    <message>
        <source>Press the button with the key of a command, and then the key that you want. Letters do nothing while you type in a field.</source>
        <translation>Druk op de knop met de toets. Druk daarna op de toets die u wilt. Letters doen niets terwijl u in een veld typt.</translation>
    </message>
    <message>
        <source>Put &amp;all keys back</source>
        <translation>&amp;Alle toetsen terugzetten</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Toetsen en wat ze doen</translation>
    </message>
    <message>
        <source>Exchange: “{other}” gets {key}</source>
        <translation>Omwisselen: “{other}” krijgt {key}</translation>
    </message>
    <message>
        <source>{key} is already the key of “{other}”. Choose another key.</source>
        <translation>{key} is al de toets van “{other}”. Kies een andere toets.</translation>
    </message>
    <message>
        <source>All keys are as they were at the start.</source>
        <translation>Alle toetsen zijn weer zoals in het begin.</translation>
    </message>
    <message>
        <source>The key is now {key}: {what}.</source>
        <translation>De toets is nu {key}: {what}.</translation>
    </message>
</context>
<context>
    <name>KickOffForm</name>
    <message>
        <source>The meeting is on</source>
        <translation>De bijeenkomst is op</translation>
    </message>
    <message>
        <source>Day and time of the meeting</source>
        <translation>Dag en tijd van de bijeenkomst</translation>
    </message>
    <message>
        <source>d MMMM yyyy &apos;at&apos; HH:mm</source>
        <translation>d MMMM yyyy &apos;om&apos; HH:mm</translation>
    </message>
    <message>
        <source>This moment has passed. Is the day right?</source>
        <translation>Dit moment is al voorbij. Klopt de dag?</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Where the meeting is</source>
        <translation>Waar de bijeenkomst is</translation>
    </message>
    <message>
        <source>What you do there</source>
        <translation>Wat u daar doet</translation>
    </message>
    <message>
        <source>What you do there, an item on each line</source>
        <translation>Wat u daar doet, op elke regel één onderdeel</translation>
    </message>
    <message>
        <source>An item on each line. Say how long each takes; one hour and a half is enough.</source>
        <translation>Zet op elke regel één onderdeel. Zeg hoe lang het duurt. Anderhalf uur is genoeg.</translation>
    </message>
    <message>
        <source>Item up</source>
        <translation>Regel omhoog</translation>
    </message>
    <message>
        <source>Item down</source>
        <translation>Regel omlaag</translation>
    </message>
    <message>
        <source>Agenda as &amp;proposed</source>
        <translation>Agenda zoals &amp;voorgesteld</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Bewa&amp;ren</translation>
    </message>
</context>
<context>
    <name>KickOffLeaf</name>
    <message>
        <source>Kept. With {key} you undo it.</source>
        <translation>Bewaard. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>Kin</name>
    <message>
        <source>belongs with it</source>
        <translation>hoort erbij</translation>
    </message>
    <message>
        <source>split from</source>
        <translation>afgesplitst van</translation>
    </message>
    <message>
        <source>split into</source>
        <translation>gesplitst in</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>buurgroep</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>photo, video or file</source>
        <translation>foto, video of bestand</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>Dit bericht is verwijderd</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>melding van de app</translation>
    </message>
</context>
<context>
    <name>KnownAs</name>
    <message>
        <source>member</source>
        <translation>lid</translation>
    </message>
    <message>
        <source>was a member</source>
        <translation>was lid</translation>
    </message>
    <message>
        <source>was a member, and was forgotten</source>
        <translation>was lid, en is vergeten</translation>
    </message>
    <message>
        <source>asked to join</source>
        <translation>vroeg om mee te doen</translation>
    </message>
    <message>
        <source>on the list of who might join</source>
        <translation>op de lijst van wie mee zou kunnen doen</translation>
    </message>
    <message>
        <source>professional</source>
        <translation>professional</translation>
    </message>
    <message>
        <source>spoke for somebody who asked to join</source>
        <translation>stond in voor iemand die mee wilde doen</translation>
    </message>
</context>
<context>
    <name>LadderForm</name>
    <message>
        <source>Days that this step counts: {step}</source>
        <translation>Dagen dat deze stap meetelt: {step}</translation>
    </message>
    <message>
        <source>Which step is proposed next with a member who goes on. You decide yourself.</source>
        <translation>Welke stap u als volgende ziet bij een lid dat doorgaat. U beslist zelf.</translation>
    </message>
    <message>
        <source>A friendly talk never counts.</source>
        <translation>Een vriendelijk gesprek telt nooit mee.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Terugzetten</translation>
    </message>
    <message>
        <source>As usual for this kind of group</source>
        <translation>Zoals gewoon bij deze soort groep</translation>
    </message>
    <message>
        <source>never counts</source>
        <translation>telt nooit mee</translation>
    </message>
    <message>
        <source>counts for</source>
        <translation>telt mee:</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dagen</translation>
    </message>
    <message>
        <source>day</source>
        <translation>dag</translation>
    </message>
</context>
<context>
    <name>LadderKeeper</name>
    <message>
        <source>The steps of this group were changed. With {key} you undo it.</source>
        <translation>De stappen van deze groep zijn veranderd. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>{language} (not checked yet)</source>
        <translation>{language} (nog niet nagekeken)</translation>
    </message>
</context>
<context>
    <name>LanguagesForm</name>
    <message>
        <source>You can write to members in six languages. The words were translated with care, but not every language was read by somebody whose mother tongue it is.</source>
        <translation>U kunt leden schrijven in zes talen. De teksten zijn zorgvuldig vertaald. Maar niet elke taal is gelezen door iemand met die moedertaal.</translation>
    </message>
    <message>
        <source>Do you know somebody who speaks it at home? Let him read a text on the page Welcome. Then write down his name here. Until then the language is marked as not checked yet.</source>
        <translation>Kent u iemand die de taal thuis spreekt? Laat die een tekst op de pagina Welkom lezen. Schrijf daarna hier de naam op. Tot dan staat bij de taal dat die nog niet is nagekeken.</translation>
    </message>
    <message>
        <source>Not checked yet: have it read by somebody whose mother tongue it is.</source>
        <translation>Nog niet nagekeken: laat nakijken door een moedertaalspreker.</translation>
    </message>
    <message>
        <source>Checked by {name}.</source>
        <translation>Nagekeken door {name}.</translation>
    </message>
    <message>
        <source>Checked.</source>
        <translation>Nagekeken.</translation>
    </message>
    <message>
        <source>Who read it?</source>
        <translation>Wie las het?</translation>
    </message>
    <message>
        <source>Who read the texts: {language}</source>
        <translation>Wie las de teksten: {language}</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Nagekeken</translation>
    </message>
    <message>
        <source>Checked: {language}</source>
        <translation>Nagekeken: {language}</translation>
    </message>
    <message>
        <source>Not checked after all</source>
        <translation>Toch niet nagekeken</translation>
    </message>
    <message>
        <source>Not checked after all: {language}</source>
        <translation>Toch niet nagekeken: {language}</translation>
    </message>
</context>
<context>
    <name>LapseChoice</name>
    <message numerus="yes">
        <source>Why does nobody wait for these %Ln answers any more?</source>
        <translation>
            <numerusform>Waarom wacht niemand meer op dit antwoord?</numerusform>
            <numerusform>Waarom wacht niemand meer op deze %Ln antwoorden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Why does nobody wait for an answer any more? {what}</source>
        <translation>Waarom wacht niemand meer op een antwoord? {what}</translation>
    </message>
    <message>
        <source>The reason stays in your logbook. Nobody else reads it.</source>
        <translation>De reden blijft in uw logboek. Niemand anders leest hem.</translation>
    </message>
</context>
<context>
    <name>LapseReason</name>
    <message>
        <source>It was solved already</source>
        <translation>Het is al opgelost</translation>
    </message>
    <message>
        <source>It is not for this service</source>
        <translation>Het is niet voor deze dienst</translation>
    </message>
    <message>
        <source>The reporter no longer needs an answer</source>
        <translation>De melder hoeft geen antwoord meer</translation>
    </message>
    <message>
        <source>It is too long ago</source>
        <translation>Het is te lang geleden</translation>
    </message>
    <message>
        <source>No answer came, also when asked again</source>
        <translation>Er kwam geen antwoord, ook niet na navragen</translation>
    </message>
    <message>
        <source>It is the same as another line</source>
        <translation>Het is hetzelfde als een andere regel</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ongedaan gemaakt</translation>
    </message>
</context>
<context>
    <name>LaterForm</name>
    <message>
        <source>What is &amp;asked</source>
        <translation>Wat er ge&amp;vraagd is</translation>
    </message>
    <message>
        <source>On which &amp;day</source>
        <translation>Op welke &amp;dag</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Wat er gevraagd is</translation>
    </message>
    <message>
        <source>The day on which it was asked</source>
        <translation>De dag waarop het gevraagd is</translation>
    </message>
    <message>
        <source>The answer is due within a month. It stands under Settings, Questions about data.</source>
        <translation>U moet binnen een maand antwoorden. U vindt het terug bij Instellingen, Vragen over gegevens.</translation>
    </message>
    <message>
        <source>What was &amp;said (not needed)</source>
        <translation>Wat deze persoon &amp;zei (hoeft niet)</translation>
    </message>
    <message>
        <source>&amp;Write down</source>
        <translation>&amp;Opschrijven</translation>
    </message>
</context>
<context>
    <name>LaterView</name>
    <message>
        <source>Show it again:</source>
        <translation>Weer laten zien:</translation>
    </message>
    <message>
        <source>&amp;Tomorrow</source>
        <translation>&amp;Morgen</translation>
    </message>
    <message>
        <source>In a &amp;week</source>
        <translation>Ove&amp;r een week</translation>
    </message>
    <message>
        <source>On this &amp;day</source>
        <translation>O&amp;p deze dag</translation>
    </message>
    <message>
        <source>Day on which it comes back</source>
        <translation>Dag waarop het terugkomt</translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message>
        <source>{name} left the group</source>
        <translation>{name} is uit de groep</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Op</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>The day of leaving</source>
        <translation>De dag van vertrek</translation>
    </message>
    <message>
        <source>Why somebody left</source>
        <translation>Waarom iemand wegging</translation>
    </message>
    <message>
        <source>moved house</source>
        <translation>verhuisd</translation>
    </message>
    <message>
        <source>own wish</source>
        <translation>eigen wens</translation>
    </message>
    <message>
        <source>works here no longer</source>
        <translation>werkt hier niet meer</translation>
    </message>
    <message>
        <source>taken out by us</source>
        <translation>door ons uit de groep gehaald</translation>
    </message>
    <message>
        <source>died</source>
        <translation>overleden</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>mag leeg blijven</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>This only changes your list. In the chat itself you do it on your phone.</source>
        <translation>Dit verandert alleen uw lijst. In de chat zelf doet u het op uw telefoon.</translation>
    </message>
</context>
<context>
    <name>LedgerListView</name>
    <message>
        <source>Of whom an answer is waited for</source>
        <translation>Van wie u antwoord wilt</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>no group</source>
        <translation>geen groep</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 groep</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} groepen</translation>
    </message>
    <message>
        <source>1 professional</source>
        <translation>1 professional</translation>
    </message>
    <message>
        <source>{count} professionals</source>
        <translation>{count} professionals</translation>
    </message>
    <message>
        <source>weekly overview due</source>
        <translation>overzicht aan de beurt</translation>
    </message>
</context>
<context>
    <name>LedgerSheet</name>
    <message>
        <source>What is known, and what is waited for</source>
        <translation>Wat bekend is, en waarop u wacht</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>Bereikbaar</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>When to call</source>
        <translation>Wanneer bellen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Overviews that were sent</source>
        <translation>Verstuurde overzichten</translation>
    </message>
    <message>
        <source>With these groups</source>
        <translation>Bij deze groepen</translation>
    </message>
    <message>
        <source>With no group now.</source>
        <translation>Nu bij geen groep.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Show the professionals of {group}</source>
        <translation>De professionals van {group} tonen</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>per e-mail</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>op papier</translation>
    </message>
    <message>
        <source>in a message</source>
        <translation>in een bericht</translation>
    </message>
    <message>
        <source>in another way</source>
        <translation>op een andere manier</translation>
    </message>
    <message numerus="yes">
        <source>{how}, with %Ln question(s)</source>
        <translation>
            <numerusform>{how}, met %Ln vraag</numerusform>
            <numerusform>{how}, met %Ln vragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Who works there</source>
        <translation>Wie er werken</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} tonen</translation>
    </message>
    <message>
        <source>No message in a chat is known.</source>
        <translation>Er is geen bericht in een chat bekend.</translation>
    </message>
    <message>
        <source>Last message in a chat: {day}.</source>
        <translation>Laatste bericht in een chat: {day}.</translation>
    </message>
    <message>
        <source>Last message in a chat: {day}, in {group}.</source>
        <translation>Laatste bericht in een chat: {day}, in {group}.</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Open vragen</translation>
    </message>
    <message>
        <source>Nothing is waited for.</source>
        <translation>U wacht nergens op.</translation>
    </message>
    <message>
        <source>Show question {number}</source>
        <translation>Vraag {number} tonen</translation>
    </message>
    <message>
        <source>late</source>
        <translation>te laat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln dag</numerusform>
            <numerusform>%Ln dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
</context>
<context>
    <name>LessonsModel</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>What you said</source>
        <translation>Wat u zei</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) all right: {what}</source>
        <translation>
            <numerusform>%Ln keer goed zo: {what}</numerusform>
            <numerusform>%Ln keer goed zo: {what}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonsView</name>
    <message>
        <source>What you taught</source>
        <translation>Wat het programma van u leerde</translation>
    </message>
    <message>
        <source>Forget th&amp;is one</source>
        <translation>Vergeet de&amp;ze</translation>
    </message>
    <message>
        <source>For&amp;get all…</source>
        <translation>&amp;Alles vergeten…</translation>
    </message>
    <message>
        <source>Forget all of it? The messages are then judged as before.</source>
        <translation>Alles vergeten? De berichten worden dan weer beoordeeld zoals eerst.</translation>
    </message>
    <message>
        <source>Forge&amp;t</source>
        <translation>Ver&amp;geten</translation>
    </message>
    <message>
        <source>&amp;Do not forget</source>
        <translation>&amp;Niet vergeten</translation>
    </message>
    <message>
        <source>You taught nothing in this group yet. That is done with All right and Not right.</source>
        <translation>U leerde het programma in deze groep nog niets. Dat doet u met Goed zo en met Klopt niet.</translation>
    </message>
    <message numerus="yes">
        <source>You taught %Ln thing(s), the last one first. That counts in this group alone.</source>
        <translation>
            <numerusform>U leerde het programma %Ln ding. Dat telt alleen in deze groep.</numerusform>
            <numerusform>U leerde het programma %Ln dingen, het laatste bovenaan. Dat telt alleen in deze groep.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineActing</name>
    <message>
        <source>The answer is written down. With {key} you undo it.</source>
        <translation>Het antwoord staat erin. Met {key} maakt u dat ongedaan.</translation>
    </message>
    <message>
        <source>Everybody was told already.</source>
        <translation>Iedereen weet het al.</translation>
    </message>
</context>
<context>
    <name>LineAnswerForm</name>
    <message>
        <source>The answer of {who}: {what}</source>
        <translation>Het antwoord van {who}: {what}</translation>
    </message>
    <message>
        <source>What came of &amp;it</source>
        <translation>Wat er&amp;uit kwam</translation>
    </message>
    <message>
        <source>Ho&amp;w it came</source>
        <translation>Hoe het b&amp;innenkwam</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Het antwoord</translation>
    </message>
    <message>
        <source>What was answered, in a few words</source>
        <translation>Wat er geantwoord is, in een paar woorden</translation>
    </message>
    <message>
        <source>After this you tell the reporter and the group.</source>
        <translation>Hierna vertelt u het aan de melder en de groep.</translation>
    </message>
    <message>
        <source>&amp;Keep, and report back…</source>
        <translation>&amp;Vastleggen en terugmelden…</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>LineBar</name>
    <message>
        <source>Ask…</source>
        <translation>Vragen…</translation>
    </message>
    <message>
        <source>Write down the answer…</source>
        <translation>Antwoord invullen…</translation>
    </message>
    <message>
        <source>Report back…</source>
        <translation>Terugmelden…</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>Vervallen…</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Doorgeven…</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Later…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Gegevens…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notitie…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan</translation>
    </message>
    <message>
        <source>Next step…</source>
        <translation>Volgende stap…</translation>
    </message>
    <message>
        <source>Together…</source>
        <translation>Samen…</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>The answer</source>
        <translation>Het antwoord</translation>
    </message>
    <message>
        <source>Who waits for it</source>
        <translation>Wie erop wacht</translation>
    </message>
    <message>
        <source>Report back…</source>
        <translation>Terugmelden…</translation>
    </message>
    <message>
        <source>Take the answer over…</source>
        <translation>Antwoord overnemen…</translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>Vragen…</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>Opnieuw vragen…</translation>
    </message>
    <message>
        <source>Write down the answer…</source>
        <translation>Antwoord invullen…</translation>
    </message>
    <message>
        <source>{number} may be about the same: {what} ({groups})</source>
        <translation>{number} gaat misschien over hetzelfde: {what} ({groups})</translation>
    </message>
    <message>
        <source>Make it one</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Make it one with {n}</source>
        <translation>Samenvoegen met {n}</translation>
    </message>
    <message>
        <source>In {group} this may be about the same: {what}</source>
        <translation>In {group} gaat dit misschien over hetzelfde: {what}</translation>
    </message>
    <message>
        <source>This group waits too: {group}</source>
        <translation>Deze groep wacht ook: {group}</translation>
    </message>
    <message>
        <source>This group waits too</source>
        <translation>Deze groep wacht ook</translation>
    </message>
    <message>
        <source>Copy a word of thanks</source>
        <translation>Kopieer een bedankje</translation>
    </message>
    <message>
        <source>Show in the chat</source>
        <translation>Toon in gesprek</translation>
    </message>
    <message>
        <source>Show in the chat of {group}</source>
        <translation>Toon in het gesprek van {group}</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>Another group that waits for it…</source>
        <translation>Nog een groep…</translation>
    </message>
    <message>
        <source>Choose the group…</source>
        <translation>Kies de groep…</translation>
    </message>
    <message>
        <source>A new question</source>
        <translation>Een nieuwe vraag</translation>
    </message>
    <message>
        <source>Details of the question</source>
        <translation>Gegevens van de vraag</translation>
    </message>
    <message>
        <source>A&amp;bout what</source>
        <translation>Waar&amp;over</translation>
    </message>
    <message>
        <source>K&amp;ind</source>
        <translation>Soor&amp;t</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Wie antwoordt</translation>
    </message>
    <message>
        <source>Who wai&amp;ts</source>
        <translation>Wie w&amp;acht</translation>
    </message>
    <message>
        <source>Co&amp;mes back on</source>
        <translation>&amp;Komt terug op</translation>
    </message>
    <message>
        <source>In a few words, without names: the loose tile at number 12</source>
        <translation>In een paar woorden, zonder namen: de losse tegel bij nummer 12</translation>
    </message>
    <message>
        <source>A professional, or a service by its name</source>
        <translation>Een professional, of de naam van een dienst</translation>
    </message>
    <message>
        <source>Another group that waits for it</source>
        <translation>Nog een groep die erop wacht</translation>
    </message>
    <message>
        <source>Does not wait</source>
        <translation>Wacht niet meer</translation>
    </message>
    <message>
        <source>The chosen group does not wait for it</source>
        <translation>De gekozen groep wacht er niet op</translation>
    </message>
    <message>
        <source>Write no names of people here: a professional reads it too.</source>
        <translation>Zet hier geen namen van mensen: een professional leest het ook.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>LineKind</name>
    <message>
        <source>urgent</source>
        <translation>spoed</translation>
    </message>
    <message>
        <source>suspicious situation</source>
        <translation>verdachte situatie</translation>
    </message>
    <message>
        <source>liveability</source>
        <translation>leefbaarheid</translation>
    </message>
    <message>
        <source>rumour or question</source>
        <translation>gerucht of vraag</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>iets anders</translation>
    </message>
</context>
<context>
    <name>LineListView</name>
    <message>
        <source>Answers owed</source>
        <translation>Vragen die openstaan</translation>
    </message>
</context>
<context>
    <name>LineMending</name>
    <message>
        <source>The details were changed. With {key} you undo it.</source>
        <translation>De gegevens zijn veranderd. Met {key} maakt u dat ongedaan.</translation>
    </message>
    <message>
        <source>They are one question now, for all groups. With {key} you undo it.</source>
        <translation>Het is nu één vraag, voor alle groepen. Met {key} maakt u dat ongedaan.</translation>
    </message>
    <message>
        <source>A word of thanks is copied. Paste it where you write to each other.</source>
        <translation>Het bedankje is gekopieerd. Plak het waar u elkaar schrijft.</translation>
    </message>
    <message>
        <source>The service was asked how it stands.</source>
        <translation>Er is bij de dienst gevraagd hoe het ermee staat.</translation>
    </message>
    <message>
        <source>Kept. With {key} you undo it.</source>
        <translation>Vastgelegd. Met {key} maakt u dat ongedaan.</translation>
    </message>
</context>
<context>
    <name>LineOpening</name>
    <message>
        <source>The question stands with Answers owed. With {key} you undo it.</source>
        <translation>De vraag staat bij Terugkoppeling. Met {key} maakt u dat ongedaan.</translation>
    </message>
</context>
<context>
    <name>LineQuestionPanel</name>
    <message>
        <source>H&amp;ow</source>
        <translation>H&amp;oe</translation>
    </message>
    <message>
        <source>Comes &amp;back to you on</source>
        <translation>Komt bij u &amp;terug op</translation>
    </message>
    <message>
        <source>How it is asked</source>
        <translation>Hoe het gevraagd wordt</translation>
    </message>
    <message>
        <source>Day on which it comes back</source>
        <translation>Dag waarop het terugkomt</translation>
    </message>
    <message>
        <source>asked already: {how}</source>
        <translation>al gevraagd: {how}</translation>
    </message>
    <message>
        <source>Ask for an answer</source>
        <translation>Vraag om een antwoord</translation>
    </message>
    <message>
        <source>Ask {who}</source>
        <translation>Vraag aan {who}</translation>
    </message>
    <message>
        <source>Kee&amp;p: it was asked</source>
        <translation>&amp;Vastleggen: het is gevraagd</translation>
    </message>
    <message>
        <source>&amp;Send in 10 seconds</source>
        <translation>&amp;Verzend over 10 seconden</translation>
    </message>
    <message>
        <source>Ready for your pho&amp;ne</source>
        <translation>&amp;Naar uw telefoon</translation>
    </message>
</context>
<context>
    <name>LineSource</name>
    <message>
        <source>opened by you</source>
        <translation>door u geopend</translation>
    </message>
    <message>
        <source>you asked an officer</source>
        <translation>u vroeg het een professional</translation>
    </message>
    <message>
        <source>somebody wrote in the chat that it was passed on</source>
        <translation>in de groep staat dat het is doorgegeven</translation>
    </message>
    <message>
        <source>forwarded to a service</source>
        <translation>doorgegeven aan een dienst</translation>
    </message>
</context>
<context>
    <name>LineState</name>
    <message>
        <source>to ask</source>
        <translation>te vragen</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>gevraagd</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>reported back</source>
        <translation>teruggemeld</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>vervallen</translation>
    </message>
</context>
<context>
    <name>LineTop</name>
    <message numerus="yes">
        <source>%Ln more owed by the same</source>
        <translation>
            <numerusform>Nog %Ln vraag aan dezelfde</numerusform>
            <numerusform>Nog %Ln vragen aan dezelfde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Too late</source>
        <translation>Te laat</translation>
    </message>
    <message>
        <source>Answer is in: still to report back</source>
        <translation>Antwoord binnen: nog te vertellen</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>Te vragen</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>te laat</translation>
    </message>
    <message>
        <source>nobody named yet</source>
        <translation>nog niemand genoemd</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>dezelfde dag</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>sinds vandaag</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dag</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} dagen</translation>
    </message>
    <message>
        <source>Owed by</source>
        <translation>Wie antwoordt</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Gevraagd op</translation>
    </message>
    <message>
        <source>Comes back to you</source>
        <translation>Komt bij u terug</translation>
    </message>
    <message>
        <source>Came back to you</source>
        <translation>Kwam bij u terug</translation>
    </message>
    <message>
        <source>Answer came in</source>
        <translation>Antwoord binnen</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Wat eruit kwam</translation>
    </message>
    <message>
        <source>Dropped because</source>
        <translation>Vervallen, want</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Gesloten op</translation>
    </message>
    <message>
        <source>The group</source>
        <translation>De groep</translation>
    </message>
    <message>
        <source>Reporter {name}</source>
        <translation>Melder {name}</translation>
    </message>
    <message>
        <source>The reporter (not known who)</source>
        <translation>De melder (niet bekend wie)</translation>
    </message>
    <message>
        <source>The words stand ready. They still have to go out: see On your phone.</source>
        <translation>De tekst staat klaar. U moet hem nog versturen: zie Op uw telefoon.</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>nog niet verteld</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>niet nodig</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>niet verstuurd</translation>
    </message>
    <message>
        <source>ready, not sent yet</source>
        <translation>staat klaar, nog niet verstuurd</translation>
    </message>
    <message>
        <source>told on {day}</source>
        <translation>verteld op {day}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Decided before</source>
        <translation>Eerder besloten</translation>
    </message>
</context>
<context>
    <name>LinesLayout</name>
    <message>
        <source>New…</source>
        <translation>Nieuw…</translation>
    </message>
    <message>
        <source>Write down a new question</source>
        <translation>Een nieuwe vraag opschrijven</translation>
    </message>
    <message>
        <source>Paste an answer…</source>
        <translation>Antwoord plakken…</translation>
    </message>
    <message numerus="yes">
        <source>Recognised in the chats: %Ln</source>
        <translation>
            <numerusform>Herkend in de gesprekken: %Ln</numerusform>
            <numerusform>Herkend in de gesprekken: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Wat de lijst laat zien</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Who owes the answer</source>
        <translation>Wie moet antwoorden</translation>
    </message>
    <message>
        <source>Search in the answers owed</source>
        <translation>Zoeken in de terugkoppeling</translation>
    </message>
    <message>
        <source>Search: words, or a number ({key})</source>
        <translation>Zoeken: woorden, of een nummer ({key})</translation>
    </message>
    <message>
        <source>All that is open</source>
        <translation>Alles wat open is</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Everybody who owes an answer</source>
        <translation>Van iedereen</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln from before.</source>
        <translation>
            <numerusform>En %Ln van eerder.</numerusform>
            <numerusform>En %Ln van eerder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Er is niets gevonden.</translation>
    </message>
    <message>
        <source>Look with fewer words, at all groups, or at what is closed.</source>
        <translation>Zoek met minder woorden, in alle groepen, of bij Gesloten.</translation>
    </message>
    <message>
        <source>No answer is waited for.</source>
        <translation>Er wordt op geen antwoord gewacht.</translation>
    </message>
    <message>
        <source>Nothing is too late.</source>
        <translation>Er is niets te laat.</translation>
    </message>
    <message>
        <source>Everybody who waited was told.</source>
        <translation>Iedereen die wachtte, weet het.</translation>
    </message>
    <message>
        <source>There is nothing to ask.</source>
        <translation>Er is niets te vragen.</translation>
    </message>
    <message>
        <source>Nothing was asked that is still open.</source>
        <translation>Er is niets gevraagd dat nog openstaat.</translation>
    </message>
    <message>
        <source>Nothing was closed yet.</source>
        <translation>Er is nog niets gesloten.</translation>
    </message>
    <message>
        <source>Ask a community officer something about a message, or write a question down: {key}.</source>
        <translation>Vraag een wijkagent iets over een bericht, of schrijf een vraag op: {key}.</translation>
    </message>
</context>
<context>
    <name>LockForm</name>
    <message>
        <source>Nobody at the computer? Then the window locks, and nobody can read along. Your work goes on behind.</source>
        <translation>Zit er niemand achter de computer? Dan gaat het venster op slot en kan niemand meelezen. Het werk gaat intussen door.</translation>
    </message>
    <message>
        <source>&amp;Lock after</source>
        <translation>&amp;Op slot na</translation>
    </message>
    <message>
        <source> minutes without a key or mouse</source>
        <translation> minuten zonder toets of muis</translation>
    </message>
    <message>
        <source> minute without a key or mouse</source>
        <translation> minuut zonder toets of muis</translation>
    </message>
    <message>
        <source>Minutes until the window locks</source>
        <translation>Minuten tot het venster op slot gaat</translation>
    </message>
    <message>
        <source>It also locks when your computer locks or sleeps. Do you want it at once? Then press {key}. What you copied leaves the clipboard too.</source>
        <translation>Het venster gaat ook op slot als uw computer op slot gaat of gaat slapen. Wilt u het meteen op slot doen? Druk dan op {key}. Wat u hebt gekopieerd, gaat dan ook van het klembord.</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Toegangscode</translation>
    </message>
    <message>
        <source>Access code until now</source>
        <translation>Toegangscode tot nu toe</translation>
    </message>
    <message>
        <source>New access code</source>
        <translation>Nieuwe toegangscode</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nog een keer</translation>
    </message>
    <message>
        <source>&amp;Keep this access code</source>
        <translation>Bewaar deze &amp;toegangscode</translation>
    </message>
    <message>
        <source>&amp;Remove the access code</source>
        <translation>&amp;Verwijder de toegangscode</translation>
    </message>
    <message>
        <source>At least 6 signs. Choose something that others do not guess.</source>
        <translation>Ten minste 6 tekens. Kies iets wat anderen niet raden.</translation>
    </message>
    <message>
        <source>At the start the program does not ask this code: the password of your computer guards your groups then. Did the program end while it was locked? Then it does ask.</source>
        <translation>Bij het starten vraagt het programma deze code niet. Dan beschermt het wachtwoord van uw computer uw groepen. Stopte het programma terwijl het op slot was? Dan vraagt het de code wel.</translation>
    </message>
    <message>
        <source>Code forgotten? The code on your recovery sheet opens the window as well.</source>
        <translation>Code vergeten? Met de code van uw herstelblad gaat het venster ook open.</translation>
    </message>
    <message>
        <source>There is an access code. You type it when the window is locked.</source>
        <translation>Er is een toegangscode. Die typt u als het venster op slot is.</translation>
    </message>
    <message>
        <source>There is no access code: everybody at this computer can go on when the window is locked.</source>
        <translation>Er is geen toegangscode. Iedereen bij deze computer kan verdergaan als het venster op slot is.</translation>
    </message>
    <message>
        <source>The two new codes are not the same. Type both once more.</source>
        <translation>De twee nieuwe codes zijn niet gelijk. Typ ze allebei opnieuw.</translation>
    </message>
</context>
<context>
    <name>LockKeeper</name>
    <message>
        <source>Something still leaves this computer. The program closes after that.</source>
        <translation>Er gaat nog iets weg van deze computer. Daarna sluit het programma.</translation>
    </message>
    <message>
        <source>Your old access code does not count any more. You can choose a new one here.</source>
        <translation>Uw oude toegangscode geldt niet meer. U kunt hier een nieuwe kiezen.</translation>
    </message>
</context>
<context>
    <name>LockLeaf</name>
    <message>
        <source>The access code was kept. You need it when the window is locked.</source>
        <translation>De toegangscode is bewaard. U hebt hem nodig als het venster op slot is.</translation>
    </message>
    <message>
        <source>There is no access code any more.</source>
        <translation>Er is geen toegangscode meer.</translation>
    </message>
</context>
<context>
    <name>LockView</name>
    <message>
        <source>Beheerconsole is locked</source>
        <translation>Beheerconsole is op slot</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Toegangscode</translation>
    </message>
    <message numerus="yes">
        <source>A wrong code was typed a few times. Wait %Ln more second(s).</source>
        <translation>
            <numerusform>Er is een paar keer een verkeerde code getypt. Wacht nog %Ln seconde.</numerusform>
            <numerusform>Er is een paar keer een verkeerde code getypt. Wacht nog %Ln seconden.</numerusform>
        </translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>There is no access code. So everybody at this computer can go on here. Do you not want that? Then choose an access code.</source>
        <translation>Er is geen toegangscode. Iedereen bij deze computer kan hier dus verdergaan. Wilt u dat niet? Kies dan een toegangscode.</translation>
    </message>
    <message>
        <source>Type your access code to go on.</source>
        <translation>Typ uw toegangscode om verder te gaan.</translation>
    </message>
    <message>
        <source>Type the code on your recovery sheet: 9 groups of 4. Then choose a new access code.</source>
        <translation>Typ de code van uw herstelblad: 9 groepjes van 4. Daarna kiest u een nieuwe toegangscode.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Verdergaan</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Opnieuw proberen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Openen</translation>
    </message>
    <message>
        <source>Go on and &amp;choose an access code</source>
        <translation>Verdergaan en een toegangscode &amp;kiezen</translation>
    </message>
    <message>
        <source>&amp;Back to the access code</source>
        <translation>&amp;Terug naar de toegangscode</translation>
    </message>
    <message>
        <source>Access code &amp;forgotten?</source>
        <translation>Toegangscode ver&amp;geten?</translation>
    </message>
</context>
<context>
    <name>LogFilterView</name>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Search in the logbook ({key})</source>
        <translation>Zoek in het logboek ({key})</translation>
    </message>
    <message>
        <source>A&amp;lso what was undone</source>
        <translation>Ook wat onge&amp;daan is gemaakt</translation>
    </message>
    <message>
        <source>Search in the logbook</source>
        <translation>Zoek in het logboek</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Who decided</source>
        <translation>Wie besliste</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Wat er is beslist</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>The last week</source>
        <translation>De laatste week</translation>
    </message>
    <message>
        <source>The last four weeks</source>
        <translation>De laatste vier weken</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>Het laatste jaar</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Van dag tot dag</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Altijd</translation>
    </message>
</context>
<context>
    <name>LogSheet</name>
    <message>
        <source>waits a moment</source>
        <translation>wacht nog even</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>wordt verstuurd</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verstuurd</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>niet gelukt</translation>
    </message>
    <message>
        <source>not certain that it arrived</source>
        <translation>niet zeker of het is aangekomen</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>teruggenomen</translation>
    </message>
    <message>
        <source>{who}, on {day} at {time}</source>
        <translation>{who}, op {day} om {time}</translation>
    </message>
    <message>
        <source>In {group}</source>
        <translation>In {group}</translation>
    </message>
    <message>
        <source>About {who}</source>
        <translation>Over {who}</translation>
    </message>
    <message numerus="yes">
        <source>Together with %Ln other(s)</source>
        <translation>
            <numerusform>Samen met %Ln andere</numerusform>
            <numerusform>Samen met %Ln andere</numerusform>
        </translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Het bericht</translation>
    </message>
    <message>
        <source>Why did I see this?</source>
        <translation>Waarom zag ik dit?</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Wat er is geschreven</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Wat er naar buiten gaat</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat er is veranderd</translation>
    </message>
    <message>
        <source>This cannot be undone any more: it left this computer, or something came after it.</source>
        <translation>Dit kan niet meer ongedaan: het is al van deze computer weg, of er kwam iets na.</translation>
    </message>
    <message>
        <source>Undone by {who}, on {day} at {time}</source>
        <translation>Ongedaan gemaakt door {who}, op {day} om {time}</translation>
    </message>
    <message>
        <source>on your phone: {state}</source>
        <translation>op uw telefoon: {state}</translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation>Antwoord: {answer}</translation>
    </message>
    <message>
        <source>Out of sight until {day}</source>
        <translation>Uit beeld tot {day}</translation>
    </message>
    <message>
        <source>The group learns that this is all right here</source>
        <translation>De groep leert: dit mag hier</translation>
    </message>
</context>
<context>
    <name>LogbookLayout</name>
    <message>
        <source>Logbook</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Beslissingen</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Toon &amp;alles</translation>
    </message>
    <message>
        <source>&amp;Undo the last</source>
        <translation>&amp;Laatste ongedaan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Op&amp;nieuw</translation>
    </message>
    <message>
        <source>Undo &amp;this one</source>
        <translation>Deze on&amp;gedaan</translation>
    </message>
    <message>
        <source>Show the &amp;message</source>
        <translation>&amp;Toon het bericht</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporteren…</translation>
    </message>
    <message>
        <source>Nothing was found. Look with fewer words, or show everything.</source>
        <translation>Er is niets gevonden. Zoek met minder woorden, of toon alles.</translation>
    </message>
    <message>
        <source>Nothing was decided yet. Everything that you decide comes here.</source>
        <translation>Er is nog niets beslist. Alles wat u beslist, komt hier te staan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s), the last on top</source>
        <translation>
            <numerusform>%Ln beslissing</numerusform>
            <numerusform>%Ln beslissingen, de laatste bovenaan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogbookModel</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Ongedaan: {what}</translation>
    </message>
    <message>
        <source>{what}, once more</source>
        <translation>{what}, opnieuw</translation>
    </message>
    <message>
        <source>{what} (undone)</source>
        <translation>{what} (ongedaan)</translation>
    </message>
</context>
<context>
    <name>LogbookView</name>
    <message numerus="yes">
        <source>%Ln decision(s) undone.</source>
        <translation>
            <numerusform>%Ln beslissing ongedaan gemaakt.</numerusform>
            <numerusform>%Ln beslissingen ongedaan gemaakt.</numerusform>
        </translation>
    </message>
    <message>
        <source>logbook-{day}</source>
        <translation>logboek-{day}</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the logbook</source>
        <translation>Logboek bewaren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) were saved.</source>
        <translation>
            <numerusform>%Ln beslissing is bewaard.</numerusform>
            <numerusform>%Ln beslissingen zijn bewaard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normaal</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Groter</translation>
    </message>
</context>
<context>
    <name>MailAnswer</name>
    <message>
        <source>This has no number, or one that is not known. To which question does it belong?</source>
        <translation>Hier staat geen nummer bij, of een onbekend nummer. Bij welke vraag hoort dit?</translation>
    </message>
    <message>
        <source>To none of them: leave it</source>
        <translation>Bij geen: laat het liggen</translation>
    </message>
    <message>
        <source>without a number</source>
        <translation>zonder nummer</translation>
    </message>
    <message>
        <source>To which question it belongs</source>
        <translation>Bij welke vraag het hoort</translation>
    </message>
    <message>
        <source>Answer, {number}</source>
        <translation>Antwoord, {number}</translation>
    </message>
    <message>
        <source>What came of it, {number}</source>
        <translation>Wat eruit kwam, {number}</translation>
    </message>
    <message>
        <source>What came of it: not said</source>
        <translation>Wat eruit kwam: niet gezegd</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Beheerconsole: demo</source>
        <translation>Beheerconsole: demo</translation>
    </message>
    <message>
        <source>Beheerconsole</source>
        <translation>Beheerconsole</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Choose one or more exports</source>
        <translation>Kies een of meer exports</translation>
    </message>
    <message>
        <source>Exports of a chat</source>
        <translation>Exports van een chat</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
    <message>
        <source>Choose the folder where you save exports</source>
        <translation>Kies de map waarin u exports bewaart</translation>
    </message>
    <message>
        <source>Choose the file with your groups</source>
        <translation>Kies het bestand met uw groepen</translation>
    </message>
    <message>
        <source>Groups of the console</source>
        <translation>Groepen van de beheerconsole</translation>
    </message>
</context>
<context>
    <name>ManagedBy</name>
    <message>
        <source>residents</source>
        <translation>bewoners</translation>
    </message>
    <message>
        <source>municipality</source>
        <translation>gemeente</translation>
    </message>
    <message>
        <source>association</source>
        <translation>vereniging</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>iemand anders</translation>
    </message>
</context>
<context>
    <name>MemberForm</name>
    <message>
        <source>Somebody new in this group</source>
        <translation>Iemand nieuw in deze groep</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>In de groep</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>Role in this group</source>
        <translation>Rol in deze groep</translation>
    </message>
    <message>
        <source>Name in the app</source>
        <translation>Naam in de app</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Lid</translation>
    </message>
    <message>
        <source>Why he left</source>
        <translation>Waarom weg</translation>
    </message>
    <message>
        <source>since</source>
        <translation>sinds</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Lid sinds</translation>
    </message>
    <message>
        <source>only where others see another name</source>
        <translation>alleen als anderen een andere naam zien</translation>
    </message>
    <message>
        <source>moved house, own wish…</source>
        <translation>verhuisd, eigen wens…</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>What you choose here stays. The program does not guess any more.</source>
        <translation>Wat u hier kiest, blijft staan. Het programma raadt dan niet meer.</translation>
    </message>
</context>
<context>
    <name>MembersDid</name>
    <message>
        <source>gave tips</source>
        <translation>gaven tips</translation>
    </message>
    <message>
        <source>called 112</source>
        <translation>belden 112</translation>
    </message>
    <message>
        <source>went outside</source>
        <translation>gingen naar buiten</translation>
    </message>
    <message>
        <source>pressed alert</source>
        <translation>drukten op alert</translation>
    </message>
    <message>
        <source>replied about something else</source>
        <translation>reageerden over iets anders</translation>
    </message>
</context>
<context>
    <name>MembersLeaf</name>
    <message>
        <source>Kept. With {key} you undo it.</source>
        <translation>Bewaard. Met {key} maakt u het ongedaan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new member(s).</source>
        <translation>
            <numerusform>%Ln nieuw lid.</numerusform>
            <numerusform>%Ln nieuwe leden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) filled in.</source>
        <translation>
            <numerusform>%Ln lid aangevuld.</numerusform>
            <numerusform>%Ln leden aangevuld.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) stayed: they wrote after the day of leaving.</source>
        <translation>
            <numerusform>%Ln lid blijft: na de dag van vertrek schreef dit lid nog.</numerusform>
            <numerusform>%Ln leden blijven: na de dag van vertrek schreven zij nog.</numerusform>
        </translation>
    </message>
    <message>
        <source>With {key} you undo it.</source>
        <translation>Met {key} maakt u het ongedaan.</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>members</source>
        <translation>leden</translation>
    </message>
    <message>
        <source>Save the list of members</source>
        <translation>De ledenlijst bewaren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) were saved.</source>
        <translation>
            <numerusform>%Ln lid is bewaard.</numerusform>
            <numerusform>%Ln leden zijn bewaard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersView</name>
    <message>
        <source>Members, and whether they read the rules</source>
        <translation>Leden, en of ze de afspraken lazen</translation>
    </message>
    <message>
        <source>Which members</source>
        <translation>Welke leden</translation>
    </message>
    <message>
        <source>Has &amp;not read them</source>
        <translation>Toch &amp;niet gelezen</translation>
    </message>
    <message>
        <source>Send in &amp;private…</source>
        <translation>&amp;Privé sturen…</translation>
    </message>
    <message>
        <source>One rule a&amp;gain…</source>
        <translation>Even &amp;opfrissen…</translation>
    </message>
    <message>
        <source>Remind &amp;all…</source>
        <translation>Ie&amp;dereen herinneren…</translation>
    </message>
    <message>
        <source>Has &amp;read them</source>
        <translation>Heeft &amp;ze gelezen</translation>
    </message>
    <message>
        <source>Sho&amp;w the member</source>
        <translation>&amp;Toon het lid</translation>
    </message>
    <message>
        <source>Given &amp;on paper</source>
        <translation>Op p&amp;apier gegeven</translation>
    </message>
    <message>
        <source>&amp;Told aloud</source>
        <translation>Verte&amp;ld</translation>
    </message>
    <message>
        <source>You may tell the group one rule again at any time, in a few words.</source>
        <translation>U mag de groep altijd één afspraak opnieuw vertellen, in een paar woorden.</translation>
    </message>
    <message>
        <source>Everybody who is asked: {count}</source>
        <translation>Iedereen die we het vragen: {count}</translation>
    </message>
    <message>
        <source>A reminder may go: {count}</source>
        <translation>Mag een herinnering: {count}</translation>
    </message>
    <message>
        <source>Not known whether they were sent them: {count}</source>
        <translation>Niet bekend of zij ze kregen: {count}</translation>
    </message>
    <message>
        <source>Wait a little: {count}</source>
        <translation>Nog even wachten: {count}</translation>
    </message>
    <message>
        <source>Read them: {count}</source>
        <translation>Las ze: {count}</translation>
    </message>
    <message>
        <source>Nobody stands in this part of the list.</source>
        <translation>In dit deel van de lijst staat niemand.</translation>
    </message>
    <message>
        <source>Nobody is in this group yet who can read the rules.</source>
        <translation>In deze groep is nog niemand die de afspraken kan lezen.</translation>
    </message>
    <message>
        <source>It is not known yet who read the rules.</source>
        <translation>Het is nog niet bekend wie de afspraken las.</translation>
    </message>
    <message>
        <source>As far as is known, the rules were read by {share}.</source>
        <translation>Voor zover bekend lazen {share} de afspraken.</translation>
    </message>
    <message>
        <source>Send them with Rules, or in private to who is chosen here.</source>
        <translation>Stuur ze bij Afspraken, of privé aan wie u hier kiest.</translation>
    </message>
    <message>
        <source>What you gave on paper or told aloud, you write down here.</source>
        <translation>Gaf u ze op papier, of vertelde u ze? Dan noteert u dat hier.</translation>
    </message>
    <message>
        <source>As far as is known, {part} were sent them.</source>
        <translation>Voor zover bekend kregen {part} ze.</translation>
    </message>
    <message>
        <source>Who said nothing may have read them. Administrators and professionals are not asked.</source>
        <translation>Wie niets zei, las ze misschien toch. Beheerders en professionals vragen we het niet.</translation>
    </message>
    <message>
        <source>{name} was sent the rules: {sent}</source>
        <translation>{name} kreeg de afspraken: {sent}</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>B&amp;eeld</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Kleuren</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>&amp;Take in an export…</source>
        <translation>Export &amp;inlezen…</translation>
    </message>
    <message>
        <source>&amp;Paste from WhatsApp…</source>
        <translation>&amp;Plakken uit WhatsApp…</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>&amp;Map in de gaten houden…</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>&amp;Demo openen</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>Op s&amp;lot</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Op&amp;nieuw</translation>
    </message>
    <message>
        <source>&amp;Larger letters</source>
        <translation>&amp;Grotere letters</translation>
    </message>
    <message>
        <source>&amp;Smaller letters</source>
        <translation>K&amp;leinere letters</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale letters</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Sneltoetsen</translation>
    </message>
    <message>
        <source>How do I make an &amp;export?</source>
        <translation>Hoe maak ik een &amp;export?</translation>
    </message>
    <message>
        <source>&amp;As the system</source>
        <translation>&amp;Zoals het systeem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Licht</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Donker</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Message of the program</source>
        <translation>Melding van het programma</translation>
    </message>
</context>
<context>
    <name>MessageDetailView</name>
    <message>
        <source>Not r&amp;ight…</source>
        <translation>&amp;Klopt niet…</translation>
    </message>
    <message>
        <source>Wh&amp;y?</source>
        <translation>Waar&amp;om?</translation>
    </message>
    <message>
        <source>Open a &amp;question…</source>
        <translation>Open een &amp;vraag…</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Notitie: {text}</translation>
    </message>
</context>
<context>
    <name>MessageFilterView</name>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Search in messages</source>
        <translation>Zoeken in berichten</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Schrijver</translation>
    </message>
    <message>
        <source>C&amp;lear filters</source>
        <translation>Filters &amp;wissen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Waar het over gaat</translation>
    </message>
    <message>
        <source>Why it asks for attention</source>
        <translation>Waarom het aandacht vraagt</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aandacht</translation>
    </message>
    <message>
        <source>✓ Attention</source>
        <translation>✓ Aandacht</translation>
    </message>
    <message>
        <source>✗ No attention</source>
        <translation>✗ Geen aandacht</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Bijlage</translation>
    </message>
    <message>
        <source>✓ Attachment</source>
        <translation>✓ Bijlage</translation>
    </message>
    <message>
        <source>✗ No attachment</source>
        <translation>✗ Geen bijlage</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>✓ Deleted</source>
        <translation>✓ Verwijderd</translation>
    </message>
    <message>
        <source>✗ Not deleted</source>
        <translation>✗ Niet verwijderd</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bewerkt</translation>
    </message>
    <message>
        <source>✓ Edited</source>
        <translation>✓ Bewerkt</translation>
    </message>
    <message>
        <source>✗ Not edited</source>
        <translation>✗ Niet bewerkt</translation>
    </message>
    <message>
        <source>Notices of the app</source>
        <translation>App-meldingen</translation>
    </message>
    <message>
        <source>✓ Only notices</source>
        <translation>✓ Alleen app-meldingen</translation>
    </message>
    <message>
        <source>✗ No notices</source>
        <translation>✗ Geen app-meldingen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Altijd</translation>
    </message>
    <message>
        <source>The last week</source>
        <translation>De laatste week</translation>
    </message>
    <message>
        <source>The last four weeks</source>
        <translation>De laatste vier weken</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>Het laatste jaar</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Van dag tot dag</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>Alle onderwerpen</translation>
    </message>
    <message>
        <source>Any reason</source>
        <translation>Alle redenen</translation>
    </message>
    <message>
        <source>&amp;More filters ({count})</source>
        <translation>&amp;Meer filters ({count})</translation>
    </message>
    <message>
        <source>&amp;More filters</source>
        <translation>&amp;Meer filters</translation>
    </message>
</context>
<context>
    <name>MessagesModel</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aandacht</translation>
    </message>
</context>
<context>
    <name>MessagesView</name>
    <message>
        <source>&amp;Newest on top</source>
        <translation>&amp;Nieuwste boven</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>Clear &amp;all filters</source>
        <translation>&amp;Alle filters wissen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln bericht</numerusform>
            <numerusform>%Ln berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found. Look with fewer words, or clear the filters.</source>
        <translation>Niets gevonden. Zoek met minder woorden, of wis de filters.</translation>
    </message>
    <message>
        <source>There are no messages yet. Take in an export: drop it on this window.</source>
        <translation>Er zijn nog geen berichten. Lees een export in: sleep hem naar dit venster.</translation>
    </message>
    <message>
        <source>Remembered for this group. With {key} you undo it.</source>
        <translation>Onthouden voor deze groep. Met {key} maakt u dat ongedaan.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} tot en met {last}</translation>
    </message>
</context>
<context>
    <name>Nature</name>
    <message>
        <source>urgent</source>
        <translation>spoed</translation>
    </message>
    <message>
        <source>suspicious situation</source>
        <translation>verdachte situatie</translation>
    </message>
    <message>
        <source>liveability</source>
        <translation>leefbaarheid</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>iets anders</translation>
    </message>
</context>
<context>
    <name>NewGroupForm</name>
    <message>
        <source>A new group</source>
        <translation>Een nieuwe groep</translation>
    </message>
    <message>
        <source>You need no export for this. When you take one in later, choose this group, or give it this name.</source>
        <translation>Hiervoor is geen export nodig. Leest u er later een in? Kies dan deze groep, of gebruik dezelfde naam.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>&amp;Kind of group</source>
        <translation>&amp;Soort groep</translation>
    </message>
    <message>
        <source>A&amp;pp</source>
        <translation>A&amp;pp</translation>
    </message>
    <message>
        <source>&amp;Make this group</source>
        <translation>Groep &amp;maken</translation>
    </message>
    <message>
        <source>Put &amp;away (Esc)</source>
        <translation>Sl&amp;uiten (Esc)</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Note:</source>
        <translation>Notitie:</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Where the note is shown</source>
        <translation>Waar de notitie staat</translation>
    </message>
    <message>
        <source>until</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>When the note ends</source>
        <translation>Wanneer de notitie afloopt</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>Only you and the other administrators see it. Enter keeps it, Esc does not.</source>
        <translation>Alleen u en de andere beheerders zien dit. Met Enter bewaart u het, met Esc niet.</translation>
    </message>
    <message>
        <source>in {group} only</source>
        <translation>alleen in {group}</translation>
    </message>
    <message>
        <source>in all my groups</source>
        <translation>in al mijn groepen</translation>
    </message>
</context>
<context>
    <name>ObjectionForm</name>
    <message>
        <source>Say why you go on using the data. You tell this person the same reason yourself.</source>
        <translation>Schrijf op waarom u de gegevens blijft gebruiken. Dezelfde reden vertelt u zelf aan deze persoon.</translation>
    </message>
    <message>
        <source>The rea&amp;son</source>
        <translation>De &amp;reden</translation>
    </message>
    <message>
        <source>Keep: it &amp;does not stand</source>
        <translation>Bewaren: &amp;niet terecht</translation>
    </message>
    <message>
        <source>Until you settle it, nothing from before is held against this person.</source>
        <translation>Tot u beslist, telt wat eerder gebeurde niet meer mee voor deze persoon.</translation>
    </message>
    <message>
        <source>New messages are looked at as those of anybody.</source>
        <translation>Nieuwe berichten bekijkt het programma zoals die van ieder ander.</translation>
    </message>
    <message>
        <source>What was &amp;said (not needed)</source>
        <translation>Wat deze persoon &amp;zei (hoeft niet)</translation>
    </message>
    <message>
        <source>Keep the &amp;objection</source>
        <translation>Bezwaa&amp;r bewaren</translation>
    </message>
</context>
<context>
    <name>OlderHistoryView</name>
    <message numerus="yes">
        <source>This export holds %Ln message(s) of long ago</source>
        <translation>
            <numerusform>In deze export staat %Ln oud bericht</numerusform>
            <numerusform>In deze export staan %Ln oude berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Co&amp;unt them, and erase their texts</source>
        <translation>Te&amp;llen, en de tekst wissen</translation>
    </message>
    <message>
        <source>&amp;Keep their texts for now</source>
        <translation>De tekst &amp;voorlopig bewaren</translation>
    </message>
    <message>
        <source>Do &amp;not take in this file</source>
        <translation>Dit bestand &amp;niet inlezen</translation>
    </message>
    <message>
        <source>Everything is taken in. The program looks at the old messages and counts them for the reports.</source>
        <translation>Alles wordt ingelezen. Het programma bekijkt de oude berichten en telt ze voor de verslagen.</translation>
    </message>
    <message>
        <source>Then it erases their texts for good. You cannot undo that.</source>
        <translation>Daarna wist het de tekst daarvan voorgoed. Dat kunt u niet ongedaan maken.</translation>
    </message>
    <message>
        <source>The newer messages stay readable.</source>
        <translation>De nieuwere berichten kunt u gewoon lezen.</translation>
    </message>
    <message>
        <source>Everything is taken in. You can read the old messages too, for an evaluation.</source>
        <translation>Alles wordt ingelezen. U kunt ook de oude berichten lezen, voor een evaluatie.</translation>
    </message>
    <message>
        <source>After the day that you choose, the program erases their texts after all.</source>
        <translation>Na de dag die u kiest, wist het programma de tekst daarvan alsnog.</translation>
    </message>
    <message>
        <source>Nothing is taken in, the newer messages neither. The file itself stays where it is.</source>
        <translation>Er wordt niets ingelezen, ook de nieuwere berichten niet. Het bestand zelf blijft staan.</translation>
    </message>
    <message>
        <source>You can take it in later after all.</source>
        <translation>U kunt het later alsnog inlezen.</translation>
    </message>
    <message numerus="yes">
        <source>The oldest is of {day}.</source>
        <translation>
            <numerusform>Het is van {day}.</numerusform>
            <numerusform>Het oudste is van {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What do you want with these older message(s)?</source>
        <translation>
            <numerusform>Wat wilt u met dit oude bericht?</numerusform>
            <numerusform>Wat wilt u met deze oude berichten?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This group keeps the texts of messages for %Ln day(s).</source>
        <translation>
            <numerusform>Deze groep bewaart de tekst van berichten %Ln dag.</numerusform>
            <numerusform>Deze groep bewaart de tekst van berichten %Ln dagen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningView</name>
    <message>
        <source>One moment, your groups are being opened…</source>
        <translation>Een ogenblik, uw groepen worden geopend…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hoe ver het is</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Opnieuw proberen</translation>
    </message>
    <message>
        <source>Look at the &amp;demo</source>
        <translation>&amp;Demo bekijken</translation>
    </message>
    <message>
        <source>Choose another &amp;place…</source>
        <translation>Andere &amp;plek kiezen…</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Private message to {who}</source>
        <translation>Privébericht aan {who}</translation>
    </message>
    <message>
        <source>Question to {who}</source>
        <translation>Vraag aan {who}</translation>
    </message>
    <message>
        <source>Remove a message of {who}</source>
        <translation>Bericht van {who} verwijderen</translation>
    </message>
    <message>
        <source>Take {who} out of the group</source>
        <translation>{who} uit de groep halen</translation>
    </message>
    <message>
        <source>Admit {who} to the group</source>
        <translation>{who} toelaten tot de groep</translation>
    </message>
    <message>
        <source>Decline the request of {who}</source>
        <translation>De aanmelding van {who} afwijzen</translation>
    </message>
    <message>
        <source>Forward a report to {who}</source>
        <translation>Melding doorgeven aan {who}</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Privébericht</translation>
    </message>
    <message>
        <source>Message in the group</source>
        <translation>Bericht in de groep</translation>
    </message>
    <message>
        <source>Message in another group</source>
        <translation>Bericht in een andere groep</translation>
    </message>
    <message>
        <source>Question to the community officer</source>
        <translation>Vraag aan de wijkagent</translation>
    </message>
    <message>
        <source>Remove a message</source>
        <translation>Bericht verwijderen</translation>
    </message>
    <message>
        <source>Take somebody out of the group</source>
        <translation>Iemand uit de groep halen</translation>
    </message>
    <message>
        <source>Admit somebody to the group</source>
        <translation>Iemand toelaten tot de groep</translation>
    </message>
    <message>
        <source>Decline a request</source>
        <translation>Een aanmelding afwijzen</translation>
    </message>
    <message>
        <source>Forward a report</source>
        <translation>Melding doorgeven</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>te doen</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>nog niet gezien</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>seen in the chat</source>
        <translation>gezien in de chat</translation>
    </message>
    <message>
        <source>not needed any more</source>
        <translation>niet meer nodig</translation>
    </message>
</context>
<context>
    <name>OverviewLeaf</name>
    <message>
        <source>This group is in the archive: nothing of it waits for you. All of it is still there.</source>
        <translation>Deze groep staat in het archief: er wacht niets op u. Alles is er nog.</translation>
    </message>
    <message>
        <source>Brin&amp;g this group back</source>
        <translation>Groep teru&amp;ghalen</translation>
    </message>
    <message>
        <source>Put this group in the ar&amp;chive</source>
        <translation>Groep in het archie&amp;f zetten</translation>
    </message>
    <message>
        <source>For a group that has stopped. Nothing of it waits for you any more. All of it is kept.</source>
        <translation>Voor een groep die gestopt is. Er wacht dan niets meer op u. Alles blijft bewaard.</translation>
    </message>
    <message>
        <source>Kind of group: {kind} (change it under Rules).</source>
        <translation>Soort groep: {kind} (te veranderen bij Regels).</translation>
    </message>
    <message>
        <source>Everybody may join.</source>
        <translation>Iedereen mag lid worden.</translation>
    </message>
    <message>
        <source>An administrator decides who joins.</source>
        <translation>Een beheerder beslist wie lid wordt.</translation>
    </message>
    <message>
        <source>Starts on {day}.</source>
        <translation>Start op {day}.</translation>
    </message>
    <message>
        <source>No export of this group was taken in yet.</source>
        <translation>Er is nog geen export van deze groep ingelezen.</translation>
    </message>
    <message>
        <source>You last took in an export on {day}.</source>
        <translation>U las voor het laatst een export in op {day}.</translation>
    </message>
    <message>
        <source>As far as is known, the rules were read by {share} (see Welcome).</source>
        <translation>Voor zover bekend lazen {share} de afspraken (zie Welkom).</translation>
    </message>
    <message>
        <source>The group is back. With {key} you undo it.</source>
        <translation>De groep is terug. Met {key} maakt u dat ongedaan.</translation>
    </message>
    <message>
        <source>The group is in the archive. With {key} you undo it.</source>
        <translation>De groep staat in het archief. Met {key} maakt u dat ongedaan.</translation>
    </message>
    <message>
        <source>The group was changed. With {key} you undo it.</source>
        <translation>De groep is gewijzigd. Met {key} maakt u dat ongedaan.</translation>
    </message>
</context>
<context>
    <name>Owed</name>
    <message>
        <source>nothing open</source>
        <translation>niets open</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>{count} te laat</translation>
    </message>
    <message>
        <source>No answer came yet to count from.</source>
        <translation>Er kwam nog geen antwoord om mee te tellen.</translation>
    </message>
    <message>
        <source>One answer came, on the same day.</source>
        <translation>Er kwam één antwoord, op dezelfde dag.</translation>
    </message>
    <message>
        <source>One answer came, after {days}.</source>
        <translation>Er kwam één antwoord, na {days}.</translation>
    </message>
    <message>
        <source>{count} answers came.</source>
        <translation>Er kwamen {count} antwoorden.</translation>
    </message>
    <message>
        <source>Half of them came on the same day.</source>
        <translation>De helft kwam op dezelfde dag.</translation>
    </message>
    <message>
        <source>Half of them came within {days}.</source>
        <translation>De helft kwam binnen {days}.</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>dezelfde dag</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dag</translation>
    </message>
    <message>
        <source>{number} days</source>
        <translation>{number} dagen</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} van {whole}</translation>
    </message>
</context>
<context>
    <name>OwnRuleForm</name>
    <message>
        <source>A rule of your own</source>
        <translation>Een eigen regel</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Leden</translation>
    </message>
    <message>
        <source>Whether members do this or not</source>
        <translation>Doen leden dit wel of niet</translation>
    </message>
    <message>
        <source>Words of your own rule</source>
        <translation>Tekst van uw eigen regel</translation>
    </message>
    <message>
        <source>One thing in a rule. Short sentences.</source>
        <translation>Eén ding in een regel. Korte zinnen.</translation>
    </message>
    <message>
        <source>do this</source>
        <translation>doen dit wel</translation>
    </message>
    <message>
        <source>do not do this</source>
        <translation>doen dit niet</translation>
    </message>
    <message>
        <source>&amp;Add it</source>
        <translation>Voeg &amp;toe</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sl&amp;uiten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s), at most {most}</source>
        <translation>
            <numerusform>%Ln teken, hoogstens {most}</numerusform>
            <numerusform>%Ln tekens, hoogstens {most}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>This week</source>
        <translation>Deze week</translation>
    </message>
    <message>
        <source>Join requests</source>
        <translation>Aanmeldingen</translation>
    </message>
    <message>
        <source>Answers owed</source>
        <translation>Terugkoppeling</translation>
    </message>
    <message>
        <source>On your phone</source>
        <translation>Op uw telefoon</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Leden</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Inlezen</translation>
    </message>
    <message>
        <source>Logbook</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Eerste start</translation>
    </message>
</context>
<context>
    <name>PapersForm</name>
    <message>
        <source>Whoever keeps data about neighbours must be able to show on paper what he does with them. These papers are filled in with what this program does for your groups, in Dutch.</source>
        <translation>Wie gegevens van buren bewaart, moet op papier kunnen laten zien wat hij ermee doet. Deze papieren zijn al ingevuld met wat dit programma voor uw groepen doet.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>About which group</source>
        <translation>Over welke groep</translation>
    </message>
    <message>
        <source>Noticed on</source>
        <translation>Ontdekt op</translation>
    </message>
    <message>
        <source>It is known when it was noticed</source>
        <translation>Bekend is wanneer het is ontdekt</translation>
    </message>
    <message>
        <source>When it was noticed</source>
        <translation>Wanneer het is ontdekt</translation>
    </message>
    <message>
        <source>The text of the paper</source>
        <translation>De tekst van het papier</translation>
    </message>
    <message>
        <source>Register of processing</source>
        <translation>Register van verwerkingen</translation>
    </message>
    <message>
        <source>Sheet for the members</source>
        <translation>Blad voor de leden</translation>
    </message>
    <message>
        <source>Message for the group</source>
        <translation>Bericht voor de groep</translation>
    </message>
    <message>
        <source>Assessment of the consequences (DPIA)</source>
        <translation>Beoordeling van de gevolgen (DPIA)</translation>
    </message>
    <message>
        <source>Form for a data breach</source>
        <translation>Formulier datalek</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>Save to &amp;print…</source>
        <translation>Bewaren om te &amp;printen…</translation>
    </message>
    <message>
        <source>all groups together</source>
        <translation>alle groepen samen</translation>
    </message>
    <message>
        <source>For yourself and for who checks: what you keep, why, for how long, who gets it.</source>
        <translation>Voor uzelf en voor wie controleert: wat u bewaart, waarom, hoe lang en wie het krijgt.</translation>
    </message>
    <message>
        <source>For everybody in the group: what is kept of them, and what they may ask.</source>
        <translation>Voor iedereen in de groep: wat u van hen bewaart, en wat zij mogen vragen.</translation>
    </message>
    <message>
        <source>The same in short, to post in the group. Fill it in here first.</source>
        <translation>Hetzelfde in het kort, om in de groep te zetten. Vul het hier eerst in.</translation>
    </message>
    <message>
        <source>For groups of a municipality, and groups that work together with one.</source>
        <translation>Voor groepen van een gemeente, en groepen die met een gemeente samenwerken.</translation>
    </message>
    <message>
        <source>For when data were stolen, lost or sent to the wrong person. Do not wait with it.</source>
        <translation>Voor als gegevens zijn gestolen, kwijt zijn of bij de verkeerde kwamen. Wacht er niet mee.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) between [brackets] are yours to fill in, by pen or in the text file.</source>
        <translation>
            <numerusform>%Ln plek tussen [haken] vult u zelf in, met de pen of in het tekstbestand.</numerusform>
            <numerusform>%Ln plekken tussen [haken] vult u zelf in, met de pen of in het tekstbestand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersLeaf</name>
    <message>
        <source>Copied. You can paste it in a letter or a mail.</source>
        <translation>Gekopieerd. U kunt het in een brief of mail plakken.</translation>
    </message>
    <message>
        <source>PDF, to print</source>
        <translation>PDF, om te printen</translation>
    </message>
    <message>
        <source>Text, to change</source>
        <translation>Tekst, om aan te passen</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>Papier bewaren</translation>
    </message>
    <message>
        <source>You can report it in time until {day}, {time}: 72 hours after it was noticed.</source>
        <translation>Melden kan op tijd tot {day} {time} uur. Dat is 72 uur na het ontdekken.</translation>
    </message>
    <message>
        <source>It should have been reported before {day}, {time}. Report it all the same, and say why.</source>
        <translation>Melden moest voor {day} {time} uur. Meld het toch, en zeg waarom het later is.</translation>
    </message>
    <message>
        <source>Saved. Fill in by hand what stands between brackets.</source>
        <translation>Bewaard. Vul met de pen in wat tussen haken staat.</translation>
    </message>
</context>
<context>
    <name>PeopleFilter</name>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>A name or number ({key})</source>
        <translation>Een naam of nummer ({key})</translation>
    </message>
    <message>
        <source>Search a member</source>
        <translation>Een lid zoeken</translation>
    </message>
    <message>
        <source>In which group</source>
        <translation>In welke groep</translation>
    </message>
    <message>
        <source>Only who &amp;may be the same person as somebody else</source>
        <translation>Alleen wie &amp;misschien dezelfde persoon is als een ander</translation>
    </message>
</context>
<context>
    <name>PeopleLayout</name>
    <message>
        <source>Members</source>
        <translation>Leden</translation>
    </message>
    <message>
        <source>Show &amp;everybody</source>
        <translation>Toon &amp;iedereen</translation>
    </message>
    <message>
        <source>Take in an e&amp;xport…</source>
        <translation>Een e&amp;xport inlezen…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notitie…</translation>
    </message>
    <message>
        <source>Num&amp;ber…</source>
        <translation>N&amp;ummer…</translation>
    </message>
    <message>
        <source>&amp;Role in the group…</source>
        <translation>Rol in de &amp;groep…</translation>
    </message>
    <message>
        <source>A&amp;greement and rules…</source>
        <translation>&amp;Toestemming en afspraken…</translation>
    </message>
    <message>
        <source>The &amp;same person?</source>
        <translation>Dezelfde &amp;persoon?</translation>
    </message>
    <message>
        <source>Right&amp;s…</source>
        <translation>Re&amp;chten…</translation>
    </message>
    <message>
        <source>Nobody was found. Look with fewer words, or show everybody.</source>
        <translation>Niemand gevonden. Zoek met minder woorden, of toon iedereen.</translation>
    </message>
    <message>
        <source>There are no members yet. They come here when you take in an export.</source>
        <translation>Er zijn nog geen leden. Ze komen hier als u een export inleest.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s), by name</source>
        <translation>
            <numerusform>%Ln lid, op naam</numerusform>
            <numerusform>%Ln leden, op naam</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>left: {groups}</source>
        <translation>vertrokken uit: {groups}</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>Kept. With {key} you undo it.</source>
        <translation>Bewaard. Met {key} maakt u het ongedaan.</translation>
    </message>
    <message>
        <source>One person from now on, in all your groups. With {key} you undo it.</source>
        <translation>Voortaan één persoon, in al uw groepen. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>PersonRights</name>
    <message>
        <source>Looking up everything that is kept of this person…</source>
        <translation>Alles wat u van deze persoon bewaart, wordt opgezocht…</translation>
    </message>
    <message>
        <source>Looking up what goes…</source>
        <translation>Er wordt opgezocht wat er weggaat…</translation>
    </message>
    <message>
        <source>own-data-{day}</source>
        <translation>eigen-gegevens-{day}</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Data for another program</source>
        <translation>Gegevens voor een ander programma</translation>
    </message>
    <message>
        <source>Save the copy</source>
        <translation>De inzage bewaren</translation>
    </message>
    <message>
        <source>Saved. Give the file to this person, and remove it from your computer after that.</source>
        <translation>Bewaard. Geef het bestand aan deze persoon, en gooi het daarna van uw computer.</translation>
    </message>
    <message>
        <source>It is written down that this was answered.</source>
        <translation>Er is opgeschreven dat dit beantwoord is.</translation>
    </message>
    <message>
        <source>This person is forgotten. What is to ask of others stands under Settings.</source>
        <translation>Deze persoon is vergeten. Wat u nog aan anderen moet vragen, staat bij Instellingen.</translation>
    </message>
    <message>
        <source>Copied. Send it yourself, in a message or a mail.</source>
        <translation>Gekopieerd. Verstuur het zelf, in een bericht of een e-mail.</translation>
    </message>
    <message>
        <source>Please erase what you have about a person</source>
        <translation>Wilt u wissen wat u over iemand hebt?</translation>
    </message>
    <message>
        <source>This text is too long to hand to a mail program. Copy it instead.</source>
        <translation>Deze tekst is te lang voor een e-mailprogramma. Kopieer de tekst.</translation>
    </message>
    <message>
        <source>Practice: in your own groups your mail program opens now.</source>
        <translation>Oefenen: bij uw eigen groepen opent nu uw e-mailprogramma.</translation>
    </message>
    <message>
        <source>Your mail program opens with the text in it. You send it there yourself.</source>
        <translation>Uw e-mailprogramma opent met de tekst erin. U verstuurt het daar zelf.</translation>
    </message>
    <message>
        <source>No mail program can be opened from this computer. Copy the text instead.</source>
        <translation>Er kan op deze computer geen e-mailprogramma open. Kopieer de tekst.</translation>
    </message>
    <message>
        <source>Written down that it was asked.</source>
        <translation>Er is opgeschreven dat het gevraagd is.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Bewaard.</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>What is known of this member</source>
        <translation>Wat bekend is van dit lid</translation>
    </message>
    <message>
        <source>Also called: {names}</source>
        <translation>Heet ook: {names}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Telephone number: {number}</source>
        <translation>Telefoonnummer: {number}</translation>
    </message>
    <message>
        <source>Objects to how the data is used. You settle it under Rights.</source>
        <translation>Maakt bezwaar tegen het gebruik van de gegevens. U beslist daarover bij Rechten.</translation>
    </message>
    <message>
        <source>Steps and earlier decisions do not count until then.</source>
        <translation>Stappen en eerdere beslissingen tellen tot dan niet mee.</translation>
    </message>
    <message>
        <source>Steps that still count</source>
        <translation>Stappen die nog meetellen</translation>
    </message>
    <message>
        <source>Decided before</source>
        <translation>Eerder beslist</translation>
    </message>
    <message>
        <source>Is this the same person? {name} has the same number.</source>
        <translation>Is dit dezelfde persoon? {name} heeft hetzelfde nummer.</translation>
    </message>
    <message>
        <source>Is this the same person? {name} has the same name.</source>
        <translation>Is dit dezelfde persoon? {name} heeft dezelfde naam.</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>Dezelfde persoon</translation>
    </message>
    <message>
        <source>{name} is the same person</source>
        <translation>{name} is dezelfde persoon</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Twee personen</translation>
    </message>
    <message>
        <source>{name} is somebody else</source>
        <translation>{name} is iemand anders</translation>
    </message>
    <message>
        <source>Not the same after all</source>
        <translation>Toch niet dezelfde</translation>
    </message>
    <message>
        <source>{name} is not the same after all</source>
        <translation>{name} is toch niet dezelfde</translation>
    </message>
    <message>
        <source>In your groups</source>
        <translation>In uw groepen</translation>
    </message>
    <message>
        <source>{group}, as {name}</source>
        <translation>{group}, als {name}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>End this note</source>
        <translation>Notitie afsluiten</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Laatste berichten</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Show the message of {moment}</source>
        <translation>Toon het bericht van {moment}</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Who wrote it</source>
        <translation>Wie dit schreef</translation>
    </message>
    <message>
        <source>A notice of the app itself; nobody wrote it.</source>
        <translation>Een melding van de app zelf; niemand schreef dit.</translation>
    </message>
    <message>
        <source>More of this member</source>
        <translation>Meer over dit lid</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Steps that still count</source>
        <translation>Stappen die nog meetellen</translation>
    </message>
    <message>
        <source>Decided before</source>
        <translation>Eerder beslist</translation>
    </message>
    <message>
        <source>Also a member of</source>
        <translation>Ook lid van</translation>
    </message>
    <message>
        <source>Agreement and rules</source>
        <translation>Toestemming en afspraken</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Laatste berichten</translation>
    </message>
    <message>
        <source>Was a member before the export begins</source>
        <translation>Was al lid voordat de export begint</translation>
    </message>
    <message>
        <source>Member since {day}</source>
        <translation>Lid sinds {day}</translation>
    </message>
    <message>
        <source>Left on {day}</source>
        <translation>Weggegaan op {day}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) in this group</source>
        <translation>
            <numerusform>%Ln bericht in deze groep</numerusform>
            <numerusform>%Ln berichten in deze groep</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonalData</name>
    <message>
        <source>phone number</source>
        <translation>telefoonnummer</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>e-mailadres</translation>
    </message>
    <message>
        <source>number plate</source>
        <translation>kenteken</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>photo of somebody</source>
        <translation>foto van iemand</translation>
    </message>
    <message>
        <source>bank account number</source>
        <translation>bankrekeningnummer</translation>
    </message>
    <message>
        <source>citizen service number</source>
        <translation>burgerservicenummer</translation>
    </message>
    <message>
        <source>child</source>
        <translation>kind</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>Practice: in your own groups WhatsApp opens now, with the text filled in.</source>
        <translation>Oefenen: in uw eigen groepen gaat WhatsApp nu open, met de tekst al ingevuld.</translation>
    </message>
    <message>
        <source>WhatsApp opens with the text filled in. You press send there yourself.</source>
        <translation>WhatsApp gaat open met de tekst al ingevuld. U drukt daar zelf op versturen.</translation>
    </message>
    <message>
        <source>WhatsApp cannot be opened from this computer. Copy the text instead.</source>
        <translation>WhatsApp kan op deze computer niet worden geopend. Kopieer de tekst.</translation>
    </message>
    <message>
        <source>The text is copied. Paste it in the chat and send it there yourself.</source>
        <translation>De tekst is gekopieerd. Plak hem in de chat en verstuur hem daar zelf.</translation>
    </message>
</context>
<context>
    <name>PhoneForm</name>
    <message>
        <source>Telephone number:</source>
        <translation>Telefoonnummer:</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>With the number, a private message opens on your phone at once.</source>
        <translation>Met het nummer opent een privébericht meteen op uw telefoon.</translation>
    </message>
    <message>
        <source>Leave the field empty to forget it.</source>
        <translation>Laat het veld leeg om het te vergeten.</translation>
    </message>
</context>
<context>
    <name>PhoneOffer</name>
    <message>
        <source>It stands ready on the page On your phone.</source>
        <translation>Het staat klaar op de pagina Op uw telefoon.</translation>
    </message>
    <message>
        <source>{key} copies the text.</source>
        <translation>{key} kopieert de tekst.</translation>
    </message>
    <message>
        <source>{key} opens WhatsApp with the text.</source>
        <translation>{key} opent WhatsApp met de tekst.</translation>
    </message>
</context>
<context>
    <name>PreviewBubble</name>
    <message>
        <source>This is what {who} reads:</source>
        <translation>Dit leest {who}:</translation>
    </message>
    <message>
        <source>This is what is read:</source>
        <translation>Dit wordt gelezen:</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>The picture was copied. You can paste it in the chat, also in WhatsApp.</source>
        <translation>Het plaatje is gekopieerd. U kunt het in de chat plakken, ook in WhatsApp.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Plaatje</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save what members read</source>
        <translation>Bewaar wat leden lezen</translation>
    </message>
    <message>
        <source>Saved. You can print it, or send the file along in a chat or a mail.</source>
        <translation>Bewaard. U kunt het printen, of meesturen in een chat of e-mail.</translation>
    </message>
</context>
<context>
    <name>PrivacyFacts</name>
    <message>
        <source>Somebody who was forgotten</source>
        <translation>Iemand die vergeten is</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>{who}: {what}, asked on {day}</source>
        <translation>{who}: {what}, gevraagd op {day}</translation>
    </message>
    <message>
        <source>Answered on {day}.</source>
        <translation>Beantwoord op {day}.</translation>
    </message>
    <message>
        <source>The answer was due on {day}. Answer as soon as you can.</source>
        <translation>Het antwoord moest er op {day} zijn. Antwoord zo snel u kunt.</translation>
    </message>
    <message>
        <source>Answer before {day}.</source>
        <translation>Antwoord vóór {day}.</translation>
    </message>
</context>
<context>
    <name>PrivateTextForm</name>
    <message>
        <source>nobody yet</source>
        <translation>nog niemand</translation>
    </message>
    <message>
        <source>Not admitted</source>
        <translation>Niet toegelaten</translation>
    </message>
    <message>
        <source>Not admitted: lives elsewhere</source>
        <translation>Niet toegelaten: woont elders</translation>
    </message>
    <message>
        <source>Not admitted: too young</source>
        <translation>Niet toegelaten: te jong</translation>
    </message>
    <message>
        <source>Not admitted: rules not read</source>
        <translation>Niet toegelaten: afspraken niet gelezen</translation>
    </message>
    <message>
        <source>Not admitted: the group is full</source>
        <translation>Niet toegelaten: de groep is vol</translation>
    </message>
    <message>
        <source>On the waiting list</source>
        <translation>Op de wachtlijst</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Afscheid</translation>
    </message>
    <message>
        <source>On to the sister group</source>
        <translation>Naar de zustergroep</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>The words for one person</source>
        <translation>De woorden voor één persoon</translation>
    </message>
    <message>
        <source>How he or she reads it:</source>
        <translation>Zo leest hij of zij het:</translation>
    </message>
    <message>
        <source>Make &amp;ready to send in private</source>
        <translation>Klaarzetten als p&amp;rivébericht</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>To the &amp;join requests…</source>
        <translation>Naar de &amp;aanmeldingen…</translation>
    </message>
    <message>
        <source>Put the words &amp;back</source>
        <translation>Woorden &amp;terugzetten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln blank(s) to fill in.</source>
        <translation>
            <numerusform>Nog %Ln plek om in te vullen.</numerusform>
            <numerusform>Nog %Ln plekken om in te vullen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose for whom it is. Then his first name is in it.</source>
        <translation>Kies voor wie het is. Dan staat de voornaam erin.</translation>
    </message>
    <message>
        <source>Only {who} gets it. You send it yourself, or undo it.</source>
        <translation>Alleen {who} krijgt het. U verstuurt het zelf, of maakt het ongedaan.</translation>
    </message>
    <message>
        <source>You decide about {who} with the join requests. Copy the words for there.</source>
        <translation>Over {who} beslist u bij de aanmeldingen. Kopieer de woorden voor daar.</translation>
    </message>
</context>
<context>
    <name>ProfessionalForm</name>
    <message>
        <source>nobody in the chat</source>
        <translation>niemand in de chat</translation>
    </message>
    <message>
        <source>A professional with this group</source>
        <translation>Een professional bij deze groep</translation>
    </message>
    <message>
        <source>Also with: {groups}. What you change holds there too, but for how somebody takes part.</source>
        <translation>Ook bij: {groups}. Wat u verandert, geldt daar ook. Alleen hoe iemand meedoet, verschilt per groep.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>Doet mee</translation>
    </message>
    <message>
        <source>What the group may expect</source>
        <translation>Wat de groep mag verwachten</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>When to call</source>
        <translation>Wanneer bellen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>In the chat this is</source>
        <translation>In de chat is dit</translation>
    </message>
    <message>
        <source>in the group, and answers</source>
        <translation>in de groep, en antwoordt</translation>
    </message>
    <message>
        <source>in the group, and reads along</source>
        <translation>in de groep, en leest mee</translation>
    </message>
    <message>
        <source>not in the group: through you</source>
        <translation>niet in de groep: via u</translation>
    </message>
    <message>
        <source>Tuesday from 9 to 12</source>
        <translation>dinsdag van 9 tot 12 uur</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>ProfessionalsDid</name>
    <message>
        <source>read it</source>
        <translation>las het</translation>
    </message>
    <message>
        <source>gave advice</source>
        <translation>gaf advies</translation>
    </message>
    <message>
        <source>pointed elsewhere</source>
        <translation>verwees door</translation>
    </message>
    <message>
        <source>passed it on</source>
        <translation>gaf het door</translation>
    </message>
    <message>
        <source>did something</source>
        <translation>deed iets</translation>
    </message>
</context>
<context>
    <name>ProfessionalsLeaf</name>
    <message>
        <source>No professional is known with this group.</source>
        <translation>Bij deze groep is geen professional bekend.</translation>
    </message>
    <message>
        <source>Members ask who reads along. Tell them before somebody joins.</source>
        <translation>Leden willen weten wie meeleest. Vertel het ze voordat er iemand bij komt.</translation>
    </message>
    <message>
        <source>Professionals with this group</source>
        <translation>Professionals bij deze groep</translation>
    </message>
    <message>
        <source>What is known of this professional</source>
        <translation>Wat bekend is van deze professional</translation>
    </message>
    <message>
        <source>Somebody who is with another group of yours</source>
        <translation>Iemand die bij een andere groep van u hoort</translation>
    </message>
    <message>
        <source>Add a &amp;professional…</source>
        <translation>Professional &amp;toevoegen…</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Wat de lijst laat zien</translation>
    </message>
    <message>
        <source>Professionals</source>
        <translation>Professionals</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisaties</translation>
    </message>
    <message>
        <source>Overview:</source>
        <translation>Overzicht:</translation>
    </message>
    <message>
        <source>How often an overview goes to this professional</source>
        <translation>Hoe vaak deze professional een overzicht krijgt</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>elke week</translation>
    </message>
    <message>
        <source>every two weeks</source>
        <translation>elke twee weken</translation>
    </message>
    <message>
        <source>every four weeks</source>
        <translation>elke vier weken</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>Make the &amp;overview…</source>
        <translation>&amp;Overzicht maken…</translation>
    </message>
    <message>
        <source>De&amp;tails…</source>
        <translation>Gege&amp;vens…</translation>
    </message>
    <message>
        <source>No professional is known yet.</source>
        <translation>Er is nog geen professional bekend.</translation>
    </message>
    <message>
        <source>Put them down with a group, under Groups and then Professionals.</source>
        <translation>Vul ze in bij een groep: kies Groepen, en dan Professionals.</translation>
    </message>
    <message>
        <source>No organisation is known yet: nobody owes you an answer by the name of a service.</source>
        <translation>Er is nog geen organisatie bekend waarvan u antwoord wilt.</translation>
    </message>
    <message>
        <source>Time for an overview: {names}</source>
        <translation>Tijd voor een overzicht: {names}</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>en nog %Ln</numerusform>
            <numerusform>en nog %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %Ln day(s)</source>
        <translation>
            <numerusform>elke dag</numerusform>
            <numerusform>elke %Ln dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Not with this group any more</source>
        <translation>&amp;Niet meer bij deze groep</translation>
    </message>
    <message>
        <source>Somebody of another group…</source>
        <translation>Iemand van een andere groep…</translation>
    </message>
    <message>
        <source>What the group may expect</source>
        <translation>Wat de groep mag verwachten</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>When to call</source>
        <translation>Wanneer bellen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>Te bereiken</translation>
    </message>
    <message>
        <source>In the chat this is</source>
        <translation>In de chat is dit</translation>
    </message>
    <message>
        <source>Also with</source>
        <translation>Ook bij</translation>
    </message>
    <message>
        <source>Kept. With {key} you undo it.</source>
        <translation>Bewaard. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>ProfessionalsModel</name>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>Doet mee</translation>
    </message>
    <message>
        <source>in the group, and answers</source>
        <translation>in de groep, en antwoordt</translation>
    </message>
    <message>
        <source>in the group, and reads along</source>
        <translation>in de groep, en leest mee</translation>
    </message>
    <message>
        <source>through the administrator</source>
        <translation>via de beheerder</translation>
    </message>
</context>
<context>
    <name>ProposalView</name>
    <message>
        <source>Do it</source>
        <translation>Doen</translation>
    </message>
    <message>
        <source>Officer…</source>
        <translation>Wijkagent…</translation>
    </message>
    <message>
        <source>Ask the community officer</source>
        <translation>Vraag de wijkagent</translation>
    </message>
    <message>
        <source>Next step: {step}.</source>
        <translation>Volgende stap: {step}.</translation>
    </message>
</context>
<context>
    <name>ProspectForm</name>
    <message>
        <source>Somebody new on the list</source>
        <translation>Iemand nieuw op de lijst</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>no member yet</source>
        <translation>nog geen lid</translation>
    </message>
    <message>
        <source>&amp;Company or name</source>
        <translation>Bedrijf of naa&amp;m</translation>
    </message>
    <message>
        <source>C&amp;ontact person</source>
        <translation>C&amp;ontactpersoon</translation>
    </message>
    <message>
        <source>Te&amp;lephone</source>
        <translation>Te&amp;lefoon</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>E-ma&amp;il</translation>
    </message>
    <message>
        <source>Asked b&amp;y</source>
        <translation>Ge&amp;vraagd via</translation>
    </message>
    <message>
        <source>Is member</source>
        <translation>Is lid als</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Ask again on</source>
        <translation>Vraag opnieuw op</translation>
    </message>
    <message>
        <source>The day to ask again</source>
        <translation>De dag om opnieuw te vragen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>ProspectsModel</name>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Hoe ver</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Gevraagd via</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>Is dit {name}?</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Vraag opnieuw</translation>
    </message>
</context>
<context>
    <name>ProspectsView</name>
    <message>
        <source>Ask again: {names}</source>
        <translation>Vraag opnieuw: {names}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is on the list yet. Add who might join, or paste a list of companies.</source>
        <translation>Er staat nog niemand op de lijst. Voeg toe wie mee kan doen, of plak een lijst met bedrijven.</translation>
    </message>
    <message>
        <source>There is nobody like that on the list.</source>
        <translation>Zo iemand staat er niet op de lijst.</translation>
    </message>
    <message>
        <source>&amp;Yes, this is {name}</source>
        <translation>&amp;Ja, dit is {name}</translation>
    </message>
    <message>
        <source>Who might join</source>
        <translation>Wie mee kan doen</translation>
    </message>
    <message>
        <source>Which names the list shows</source>
        <translation>Welke namen de lijst laat zien</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>iedereen</translation>
    </message>
    <message>
        <source>whom to ask again</source>
        <translation>wie u opnieuw vraagt</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>nog niet gevraagd</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>&amp;Toevoegen…</translation>
    </message>
    <message>
        <source>Paste a &amp;list…</source>
        <translation>&amp;Lijst plakken…</translation>
    </message>
    <message>
        <source>Take in a shee&amp;t…</source>
        <translation>Besta&amp;nd inlezen…</translation>
    </message>
    <message>
        <source>&amp;Invited</source>
        <translation>&amp;Uitgenodigd</translation>
    </message>
    <message>
        <source>&amp;Spoken with</source>
        <translation>Ge&amp;sproken</translation>
    </message>
    <message>
        <source>Says &amp;no</source>
        <translation>Ze&amp;gt nee</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>Ve&amp;randeren…</translation>
    </message>
    <message>
        <source>&amp;Off the list</source>
        <translation>&amp;Van de lijst</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>Op de lijst zetten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Pasted lines</source>
        <translation>Geplakte regels</translation>
    </message>
    <message>
        <source>One on each line: name; contact person; telephone; e-mail; remark</source>
        <translation>Eén op elke regel: naam; contactpersoon; telefoon; e-mail; opmerking</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Doorgaan</translation>
    </message>
    <message>
        <source>Leave this file &amp;out</source>
        <translation>Dit bestand &amp;overslaan</translation>
    </message>
</context>
<context>
    <name>QuestionsView</name>
    <message>
        <source>Somebody asks what you keep of him, or wants it changed or gone? Look up the person here.</source>
        <translation>Vraagt iemand wat u over hem of haar bewaart? Of moet het anders, of weg? Zoek die persoon hier op.</translation>
    </message>
    <message>
        <source>Who &amp;asks</source>
        <translation>Wie &amp;vraagt het</translation>
    </message>
    <message>
        <source>A name, number or e-mail address</source>
        <translation>Een naam, nummer of e-mailadres</translation>
    </message>
    <message>
        <source>Name, number or e-mail address of who asks</source>
        <translation>Naam, nummer of e-mailadres van wie het vraagt</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Zoeken</translation>
    </message>
    <message>
        <source>Who was found</source>
        <translation>Wie er gevonden is</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Questions about data</source>
        <translation>Vragen over gegevens</translation>
    </message>
    <message>
        <source>Nobody was found. Look with fewer words, or by a number.</source>
        <translation>Niemand gevonden. Zoek met minder woorden, of met een nummer.</translation>
    </message>
    <message>
        <source>What stands only in a message, you find on the page Messages.</source>
        <translation>Wat alleen in een bericht staat, vindt u op de pagina Berichten.</translation>
    </message>
    <message>
        <source>Is one person there more than once? Choose them together, with Ctrl and the mouse.</source>
        <translation>Staat iemand er meer dan één keer? Kies ze samen, met Ctrl en de muis.</translation>
    </message>
    <message>
        <source>One person was found.</source>
        <translation>Er is één persoon gevonden.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Ver&amp;der</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Go on: these %Ln are one person</source>
        <translation>
            <numerusform>Ver&amp;der met deze %Ln persoon</numerusform>
            <numerusform>Ver&amp;der: deze %Ln zijn één persoon</numerusform>
        </translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>Nog te beantwoorden</translation>
    </message>
    <message>
        <source>No question waits for your answer.</source>
        <translation>Er wacht geen vraag op uw antwoord.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Tonen: {what}</translation>
    </message>
    <message>
        <source>It was answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>It was answered: {what}</source>
        <translation>Beantwoord: {what}</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>What waits for you</source>
        <translation>Wat op u wacht</translation>
    </message>
</context>
<context>
    <name>ReadLeaf</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n lid</numerusform>
            <numerusform>%n leden</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept for {who}. With {key} you undo it.</source>
        <translation>Bewaard voor {who}. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>ReadabilityPanel</name>
    <message>
        <source>What can be &amp;plainer</source>
        <translation>Wat kan een&amp;voudiger</translation>
    </message>
    <message>
        <source>&amp;Where does this come from?</source>
        <translation>Waar komt dit va&amp;ndaan?</translation>
    </message>
    <message numerus="yes">
        <source>And %n more sentence(s).</source>
        <translation>
            <numerusform>En nog %n zin.</numerusform>
            <numerusform>En nog %n zinnen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonChoice</name>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>The reason in your own words</source>
        <translation>De reden in uw eigen woorden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>Say in your own words what it is</source>
        <translation>Zeg in uw eigen woorden wat het is</translation>
    </message>
    <message>
        <source>In your own words, if you like</source>
        <translation>In uw eigen woorden, als u wilt</translation>
    </message>
</context>
<context>
    <name>ReasonView</name>
    <message>
        <source>This message was not judged yet.</source>
        <translation>Dit bericht is nog niet beoordeeld.</translation>
    </message>
    <message>
        <source>Reason: {flag}</source>
        <translation>Reden: {flag}</translation>
    </message>
    <message>
        <source>About: {kind}</source>
        <translation>Onderwerp: {kind}</translation>
    </message>
</context>
<context>
    <name>RecallList</name>
    <message>
        <source>Nobody outside got anything about this person, as far as the program knows.</source>
        <translation>Niemand buiten de groep kreeg iets over deze persoon, voor zover het programma weet.</translation>
    </message>
    <message>
        <source>Who got something about this person</source>
        <translation>Wie iets over deze persoon kreeg</translation>
    </message>
    <message>
        <source>To ask of others</source>
        <translation>Nog aan anderen te vragen</translation>
    </message>
    <message>
        <source>Ask each of them to erase it too. Copy the text, and send it yourself.</source>
        <translation>Vraag hun om het ook te wissen. Kopieer de tekst, en verstuur die zelf.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>Open in mail</source>
        <translation>Openen in e-mail</translation>
    </message>
    <message>
        <source>It was asked</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>It was asked: {who}</source>
        <translation>Gevraagd: {who}</translation>
    </message>
    <message>
        <source>Asked on {day}.</source>
        <translation>Gevraagd op {day}.</translation>
    </message>
</context>
<context>
    <name>RefreshPanel</name>
    <message>
        <source>One rule again, for the whole group</source>
        <translation>Eén afspraak opfrissen, voor de hele groep</translation>
    </message>
    <message>
        <source>Read the text and change what you like. Nothing is sent before you press the button.</source>
        <translation>Lees de tekst en verander wat u wilt. Er gaat niets weg voordat u op de knop drukt.</translation>
    </message>
    <message>
        <source>Which rule</source>
        <translation>Welke afspraak</translation>
    </message>
    <message>
        <source>What the group reads</source>
        <translation>Wat de groep leest</translation>
    </message>
    <message>
        <source>&amp;Make ready for the group</source>
        <translation>&amp;Klaarzetten voor de groep</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>K&amp;opiëren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;luiten</translation>
    </message>
</context>
<context>
    <name>RefusalChoice</name>
    <message numerus="yes">
        <source>Why are these %Ln not admitted?</source>
        <translation>
            <numerusform>Waarom laat u deze persoon niet toe?</numerusform>
            <numerusform>Waarom laat u deze %Ln mensen niet toe?</numerusform>
        </translation>
    </message>
    <message>
        <source>Why is {who} not admitted?</source>
        <translation>Waarom laat u {who} niet toe?</translation>
    </message>
    <message>
        <source>The reason stays in your logbook. The applicant reads only the text that you send.</source>
        <translation>De reden blijft in uw logboek. De aanvrager leest alleen de tekst die u stuurt.</translation>
    </message>
</context>
<context>
    <name>RefusalReason</name>
    <message>
        <source>Does not live or work in the area</source>
        <translation>Woont of werkt niet in het gebied</translation>
    </message>
    <message>
        <source>Too young</source>
        <translation>Te jong</translation>
    </message>
    <message>
        <source>Has not read the rules</source>
        <translation>Heeft de afspraken niet gelezen</translation>
    </message>
    <message>
        <source>Does not belong to this group</source>
        <translation>Hoort niet bij deze groep</translation>
    </message>
    <message>
        <source>Nobody knows this person</source>
        <translation>Niemand kent deze persoon</translation>
    </message>
    <message>
        <source>Was taken out of the group before</source>
        <translation>Is eerder uit de groep gehaald</translation>
    </message>
    <message>
        <source>Gave no answer to your question</source>
        <translation>Gaf geen antwoord op uw vraag</translation>
    </message>
    <message>
        <source>The group is full</source>
        <translation>De groep is vol</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
</context>
<context>
    <name>ReminderForm</name>
    <message>
        <source>You asked something, and no answer came. After so many days the question comes back to you.</source>
        <translation>U vroeg iets, en er kwam geen antwoord. Na zoveel dagen komt de vraag bij u terug.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> dagen</translation>
    </message>
    <message>
        <source> day</source>
        <translation> dag</translation>
    </message>
    <message>
        <source>Days until the reminder: {kind}</source>
        <translation>Dagen tot de herinnering: {kind}</translation>
    </message>
</context>
<context>
    <name>RemindingPanel</name>
    <message numerus="yes">
        <source>Remind %Ln member(s), in private</source>
        <translation>
            <numerusform>%Ln lid privé herinneren</numerusform>
            <numerusform>%Ln leden privé herinneren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rules to %Ln member(s), in private</source>
        <translation>
            <numerusform>De afspraken privé naar %Ln lid</numerusform>
            <numerusform>De afspraken privé naar %Ln leden</numerusform>
        </translation>
    </message>
    <message>
        <source>Read each text and change what you like. Nothing is sent before you press the button.</source>
        <translation>Lees elke tekst en verander wat u wilt. Er gaat niets weg voordat u op de knop drukt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more come(s) after these.</source>
        <translation>
            <numerusform>Hierna komt er nog %Ln.</numerusform>
            <numerusform>Hierna komen er nog %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Make all ready to send</source>
        <translation>Alles &amp;klaarzetten</translation>
    </message>
    <message>
        <source>&amp;Make ready to send</source>
        <translation>&amp;Klaarzetten</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;luiten</translation>
    </message>
</context>
<context>
    <name>ReportActing</name>
    <message>
        <source>With which report does this one belong?</source>
        <translation>Bij welke melding hoort deze?</translation>
    </message>
    <message>
        <source>A report of its own</source>
        <translation>Een eigen melding</translation>
    </message>
    <message>
        <source>Where does this message belong?</source>
        <translation>Waar hoort dit bericht bij?</translation>
    </message>
    <message>
        <source>Reports of this group of about the same days, the nearest first.</source>
        <translation>Meldingen van deze groep van rond dezelfde dagen. De dichtste staat boven.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln bericht</numerusform>
            <numerusform>%Ln berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>They are one report now.</source>
        <translation>Het is nu één melding.</translation>
    </message>
    <message>
        <source>It is a report of its own now.</source>
        <translation>Het is nu een eigen melding.</translation>
    </message>
    <message>
        <source>The message stands in the other report now.</source>
        <translation>Het bericht staat nu bij de andere melding.</translation>
    </message>
    <message>
        <source>They are two reports now.</source>
        <translation>Het zijn nu twee meldingen.</translation>
    </message>
    <message>
        <source>The message stands in this report now.</source>
        <translation>Het bericht staat nu bij deze melding.</translation>
    </message>
    <message>
        <source>The message stands in no report now.</source>
        <translation>Het bericht staat nu bij geen melding.</translation>
    </message>
    <message>
        <source>The report begins with this message now. The minutes count from it.</source>
        <translation>De melding begint nu met dit bericht. De minuten tellen vanaf hier.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Bewaard.</translation>
    </message>
    <message>
        <source>The suggestion stands there again.</source>
        <translation>Het voorstel staat er weer.</translation>
    </message>
    <message>
        <source>With {key} you undo it.</source>
        <translation>Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message numerus="yes">
        <source>Set %Ln apart</source>
        <translation>
            <numerusform>%Ln apart zetten</numerusform>
            <numerusform>%Ln apart zetten</numerusform>
        </translation>
    </message>
    <message>
        <source>From here apart</source>
        <translation>Vanaf hier apart</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>Ergens anders…</translation>
    </message>
    <message>
        <source>Belongs here</source>
        <translation>Hoort erbij</translation>
    </message>
    <message>
        <source>Does not belong here</source>
        <translation>Hoort er niet bij</translation>
    </message>
    <message>
        <source>This is the first</source>
        <translation>Dit is het eerste</translation>
    </message>
    <message>
        <source>To {number}</source>
        <translation>Naar {number}</translation>
    </message>
    <message>
        <source>Open a question…</source>
        <translation>Vraag openen…</translation>
    </message>
    <message>
        <source>Pass on…</source>
        <translation>Doorgeven…</translation>
    </message>
    <message>
        <source>Close the talk…</source>
        <translation>Gesprek sluiten…</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Wat bekend is</translation>
    </message>
    <message>
        <source>Show in Messages</source>
        <translation>Toon bij Berichten</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan</translation>
    </message>
</context>
<context>
    <name>ReportChoice</name>
    <message>
        <source>Go on</source>
        <translation>Ga door</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Er ging iets mis in het programma</translation>
    </message>
    <message>
        <source>This is a mistake in the program, not of yours. What you decided before is kept. You can go on. Copy this report and send it to the makers; it holds no text from your groups.</source>
        <translation>Dit is een fout in het programma, niet van u. Wat u eerder besliste, is bewaard. U kunt verdergaan. Kopieer dit verslag en stuur het naar de makers; er staat geen tekst uit uw groepen in.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Verslag kopiëren</translation>
    </message>
</context>
<context>
    <name>ReportFilterView</name>
    <message>
        <source>Words in a report ({key})</source>
        <translation>Woorden uit een melding ({key})</translation>
    </message>
    <message>
        <source>Search in reports</source>
        <translation>Zoeken in meldingen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Soort melding</translation>
    </message>
    <message>
        <source>Whether 112 was called</source>
        <translation>Of 112 is gebeld</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Long talk</source>
        <translation>Lang of kort gesprek</translation>
    </message>
    <message>
        <source>✓ Long talk</source>
        <translation>✓ Lang gesprek</translation>
    </message>
    <message>
        <source>✗ No long talk</source>
        <translation>✗ Geen lang gesprek</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Met of zonder vraag</translation>
    </message>
    <message>
        <source>✓ With a question</source>
        <translation>✓ Met een vraag</translation>
    </message>
    <message>
        <source>✗ Without a question</source>
        <translation>✗ Zonder vraag</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>The last week</source>
        <translation>De laatste week</translation>
    </message>
    <message>
        <source>The last four weeks</source>
        <translation>De laatste vier weken</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>Het laatste jaar</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Elke tijd</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>Elke soort</translation>
    </message>
    <message>
        <source>112 or not</source>
        <translation>112 of niet</translation>
    </message>
    <message>
        <source>Any result</source>
        <translation>Elk resultaat</translation>
    </message>
    <message>
        <source>Result not known</source>
        <translation>Resultaat niet bekend</translation>
    </message>
</context>
<context>
    <name>ReportKnown</name>
    <message>
        <source>What is known of this report</source>
        <translation>Wat bekend is van deze melding</translation>
    </message>
    <message>
        <source>There is a question about it:</source>
        <translation>Hierover is een vraag:</translation>
    </message>
    <message>
        <source>112</source>
        <translation>112</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Soort melding</translation>
    </message>
    <message>
        <source>Who reported it</source>
        <translation>Wie het meldde</translation>
    </message>
    <message>
        <source>What members did</source>
        <translation>Wat deelnemers deden</translation>
    </message>
    <message>
        <source>What professionals did</source>
        <translation>Wat professionals deden</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Wat ervan kwam</translation>
    </message>
    <message>
        <source>Told in the group what came of it</source>
        <translation>Verteld hoe het afliep</translation>
    </message>
    <message>
        <source>Show {line}</source>
        <translation>Toon {line}</translation>
    </message>
</context>
<context>
    <name>ReportLinesModel</name>
    <message>
        <source>In another report</source>
        <translation>Hoort bij een andere melding</translation>
    </message>
    <message>
        <source>The first message about this</source>
        <translation>Het eerste bericht hierover</translation>
    </message>
    <message>
        <source>In this report</source>
        <translation>Hoort bij deze melding</translation>
    </message>
    <message>
        <source>In no report</source>
        <translation>Hoort bij geen melding</translation>
    </message>
</context>
<context>
    <name>ReportListView</name>
    <message>
        <source>Reports</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>There are no reports yet. The program finds them in the messages that you take in.</source>
        <translation>Er zijn nog geen meldingen. Het programma zoekt ze in de berichten die u inleest. Dat duurt soms even.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>%Ln melding</numerusform>
            <numerusform>%Ln meldingen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found. Look with fewer words, or clear the filters.</source>
        <translation>Er is niets gevonden. Zoek met minder woorden, of wis de filters.</translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>All reports</source>
        <translation>Alle meldingen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln bericht</numerusform>
            <numerusform>%Ln berichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportStrip</name>
    <message>
        <source>Report</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>To the report</source>
        <translation>Naar de melding</translation>
    </message>
    <message>
        <source>In no report</source>
        <translation>Dit bericht hoort bij geen melding</translation>
    </message>
    <message numerus="yes">
        <source>Report: %Ln message(s)</source>
        <translation>
            <numerusform>Melding: %Ln bericht</numerusform>
            <numerusform>Melding: %Ln berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>112: not known whether it was called</source>
        <translation>112: niet bekend of er is gebeld</translation>
    </message>
    <message>
        <source>question {line}</source>
        <translation>vraag {line}</translation>
    </message>
</context>
<context>
    <name>Reporter</name>
    <message>
        <source>a resident</source>
        <translation>een bewoner</translation>
    </message>
    <message>
        <source>the administrator</source>
        <translation>de beheerder</translation>
    </message>
    <message>
        <source>a community officer</source>
        <translation>een wijkagent</translation>
    </message>
    <message>
        <source>the municipality</source>
        <translation>de gemeente</translation>
    </message>
    <message>
        <source>forwarded from elsewhere</source>
        <translation>doorgestuurd van elders</translation>
    </message>
</context>
<context>
    <name>ReportsModel</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>112</source>
        <translation>112</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>called</source>
        <translation>gebeld</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>niet gebeld</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>called at once</source>
        <translation>meteen gebeld</translation>
    </message>
    <message>
        <source>called after 1 minute</source>
        <translation>gebeld na 1 minuut</translation>
    </message>
    <message>
        <source>called after {count} minutes</source>
        <translation>gebeld na {count} minuten</translation>
    </message>
    <message>
        <source>{minutes}, long</source>
        <translation>{minutes}, lang</translation>
    </message>
</context>
<context>
    <name>RequestActing</name>
    <message>
        <source>Nothing is proposed here.</source>
        <translation>Hier is geen voorstel.</translation>
    </message>
    <message>
        <source>The details were changed. With {key} you undo it.</source>
        <translation>De gegevens zijn aangepast. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>RequestAnswerPanel</name>
    <message>
        <source>Choose a group</source>
        <translation>Kies een groep</translation>
    </message>
    <message>
        <source>&amp;Without a text</source>
        <translation>&amp;Zonder tekst</translation>
    </message>
    <message>
        <source>Put the request down in that &amp;group too</source>
        <translation>Zet de aanmelding ook in die &amp;groep klaar</translation>
    </message>
    <message>
        <source>Comes &amp;back to you on</source>
        <translation>&amp;Komt bij u terug op</translation>
    </message>
    <message>
        <source>Comes &amp;back to you, at the latest on</source>
        <translation>&amp;Komt uiterlijk bij u terug op</translation>
    </message>
    <message>
        <source>Admit {who}: a word of welcome</source>
        <translation>{who} toelaten: een woord van welkom</translation>
    </message>
    <message>
        <source>Not admit {who}: a kind text</source>
        <translation>{who} niet toelaten: een vriendelijke tekst</translation>
    </message>
    <message>
        <source>Ask {who} something</source>
        <translation>{who} een vraag stellen</translation>
    </message>
    <message>
        <source>Put {who} on the waiting list</source>
        <translation>{who} op de wachtlijst zetten</translation>
    </message>
    <message>
        <source>Point {who} to another group</source>
        <translation>{who} een andere groep wijzen</translation>
    </message>
    <message>
        <source>Admit and &amp;send</source>
        <translation>Toelaten en &amp;sturen</translation>
    </message>
    <message>
        <source>Not admit, and &amp;send</source>
        <translation>Weigeren en &amp;sturen</translation>
    </message>
    <message>
        <source>&amp;Send in 10 seconds</source>
        <translation>&amp;Sturen over 10 seconden</translation>
    </message>
    <message>
        <source>Admit: ready for your ph&amp;one</source>
        <translation>Toelaten: klaar voor uw &amp;telefoon</translation>
    </message>
    <message>
        <source>Not admit: ready for your ph&amp;one</source>
        <translation>Weigeren: klaar voor uw &amp;telefoon</translation>
    </message>
    <message>
        <source>Ready for your ph&amp;one</source>
        <translation>Klaar voor uw &amp;telefoon</translation>
    </message>
</context>
<context>
    <name>RequestBar</name>
    <message>
        <source>Admit…</source>
        <translation>Toelaten…</translation>
    </message>
    <message>
        <source>Not admit…</source>
        <translation>Weigeren…</translation>
    </message>
    <message>
        <source>Ask something…</source>
        <translation>Vraag stellen…</translation>
    </message>
    <message>
        <source>Waiting list…</source>
        <translation>Wachtlijst…</translation>
    </message>
    <message>
        <source>Other group…</source>
        <translation>Andere groep…</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Later…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Gegevens…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notitie…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ingetrokken</translation>
    </message>
    <message>
        <source>What is proposed…</source>
        <translation>Het voorstel…</translation>
    </message>
    <message>
        <source>Together…</source>
        <translation>Bij elkaar…</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>In the applicant&apos;s own words</source>
        <translation>In eigen woorden</translation>
    </message>
    <message>
        <source>As it stood in the chat</source>
        <translation>Zo stond het in de chat</translation>
    </message>
    <message>
        <source>Address not known</source>
        <translation>Adres niet bekend</translation>
    </message>
    <message numerus="yes">
        <source>waits %Ln day(s)</source>
        <translation>
            <numerusform>wacht %Ln dag</numerusform>
            <numerusform>wacht %Ln dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>waits less than a day</source>
        <translation>wacht nog geen dag</translation>
    </message>
    <message numerus="yes">
        <source>longer than %Ln day(s)</source>
        <translation>
            <numerusform>langer dan %Ln dag</numerusform>
            <numerusform>langer dan %Ln dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Do it…</source>
        <translation>Doen…</translation>
    </message>
    <message>
        <source>Point to it…</source>
        <translation>Doorverwijzen…</translation>
    </message>
    <message>
        <source>Proposal: admit.</source>
        <translation>Voorstel: toelaten.</translation>
    </message>
    <message>
        <source>Proposal: do not admit.</source>
        <translation>Voorstel: niet toelaten.</translation>
    </message>
    <message>
        <source>Proposal: ask something.</source>
        <translation>Voorstel: een vraag stellen.</translation>
    </message>
    <message>
        <source>Proposal: put on the waiting list.</source>
        <translation>Voorstel: op de wachtlijst zetten.</translation>
    </message>
    <message>
        <source>Proposal: point to {group}.</source>
        <translation>Voorstel: doorverwijzen naar {group}.</translation>
    </message>
    <message>
        <source>This address belongs to: {groups}</source>
        <translation>Dit adres hoort bij: {groups}</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>New request to join</source>
        <translation>Nieuwe aanmelding</translation>
    </message>
    <message>
        <source>Details of the request</source>
        <translation>Gegevens van de aanmelding</translation>
    </message>
    <message>
        <source>For the &amp;group</source>
        <translation>Voor de &amp;groep</translation>
    </message>
    <message>
        <source>&amp;Paste here</source>
        <translation>&amp;Plak hier</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Naa&amp;m</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straat</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Old enough</source>
        <translation>Oud genoeg</translation>
    </message>
    <message>
        <source>Has read the rules</source>
        <translation>Heeft de afspraken gelezen</translation>
    </message>
    <message>
        <source>Confirmed that it was he</source>
        <translation>Bevestigde het zelf</translation>
    </message>
    <message>
        <source>Who knows this person</source>
        <translation>Wie kent deze persoon</translation>
    </message>
    <message>
        <source>What was written besides</source>
        <translation>Wat er nog bij stond</translation>
    </message>
    <message>
        <source>Choose the group</source>
        <translation>Kies de groep</translation>
    </message>
    <message>
        <source>A form, an e-mail or a message. The program fills in what it recognises. You can also type.</source>
        <translation>Een formulier, een e-mail of een bericht. Het programma vult in wat het herkent. Zelf typen mag ook.</translation>
    </message>
    <message>
        <source>What the applicant said</source>
        <translation>Wat de aanvrager zei</translation>
    </message>
    <message>
        <source>on the form, at the door…</source>
        <translation>op het formulier, aan de deur…</translation>
    </message>
    <message>
        <source>How that was said</source>
        <translation>Hoe dat gezegd is</translation>
    </message>
    <message>
        <source>The others may see the number or name</source>
        <translation>De anderen mogen het nummer of de naam zien</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>niet gezegd</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>RequestIntake</name>
    <message>
        <source>The request stands in the list.</source>
        <translation>De aanmelding staat in de lijst.</translation>
    </message>
    <message>
        <source>This person asked before. What is new was filled in.</source>
        <translation>Deze persoon vroeg het al eerder. Wat nieuw is, is ingevuld.</translation>
    </message>
    <message>
        <source>First make a group that people ask to join. Then take in the e-mail.</source>
        <translation>Maak eerst een groep waar mensen zich voor aanmelden. Lees de e-mail daarna in.</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-mails</translation>
    </message>
    <message>
        <source>Choose one or more e-mails</source>
        <translation>Kies een of meer e-mails</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new request(s).</source>
        <translation>
            <numerusform>%Ln nieuwe aanmelding.</numerusform>
            <numerusform>%Ln nieuwe aanmeldingen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already.</source>
        <translation>
            <numerusform>%Ln kende u al.</numerusform>
            <numerusform>%Ln kende u al.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read:</source>
        <translation>
            <numerusform>%Ln kon niet gelezen worden:</numerusform>
            <numerusform>%Ln konden niet gelezen worden:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestListView</name>
    <message>
        <source>Who asks to join</source>
        <translation>Wie erbij wil</translation>
    </message>
</context>
<context>
    <name>RequestSource</name>
    <message>
        <source>a notice in the chat</source>
        <translation>een regel in de chat</translation>
    </message>
    <message>
        <source>a question in the chat</source>
        <translation>een vraag in de chat</translation>
    </message>
    <message>
        <source>a form</source>
        <translation>een formulier</translation>
    </message>
    <message>
        <source>an e-mail</source>
        <translation>een e-mail</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>een lijst</translation>
    </message>
    <message>
        <source>the app itself</source>
        <translation>de app zelf</translation>
    </message>
</context>
<context>
    <name>RequestState</name>
    <message>
        <source>waits for you</source>
        <translation>wacht op u</translation>
    </message>
    <message>
        <source>waits for the applicant</source>
        <translation>wacht op aanvrager</translation>
    </message>
    <message>
        <source>waiting list</source>
        <translation>wachtlijst</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>toegelaten</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>shown the way</source>
        <translation>doorverwezen</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Erased: the term is over</source>
        <translation>Gewist: de termijn is voorbij</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>nummer {number}</translation>
    </message>
    <message>
        <source>Came in {moment}: {source}</source>
        <translation>Binnen sinds {moment}: {source}</translation>
    </message>
    <message>
        <source>You wait for an answer of the applicant.</source>
        <translation>U wacht op een antwoord van de aanvrager.</translation>
    </message>
    <message>
        <source>You asked: {question}</source>
        <translation>U vroeg: {question}</translation>
    </message>
    <message>
        <source>Stands on the waiting list.</source>
        <translation>Staat op de wachtlijst.</translation>
    </message>
    <message>
        <source>{decided} on {day}</source>
        <translation>{decided} op {day}</translation>
    </message>
    <message>
        <source>{decided}, to {group}</source>
        <translation>{decided}, naar {group}</translation>
    </message>
    <message>
        <source>Reason: {reason}.</source>
        <translation>Reden: {reason}.</translation>
    </message>
    <message>
        <source>To be reached</source>
        <translation>Bereikbaar</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Komt terug</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Wordt bewaard tot</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Decided before</source>
        <translation>Eerder besloten</translation>
    </message>
    <message>
        <source>In the chat</source>
        <translation>In de chat</translation>
    </message>
</context>
<context>
    <name>RequestsLayout</name>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Requests to join</source>
        <translation>Aanmeldingen</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nieuw…</translation>
    </message>
    <message>
        <source>Write down who asks to join</source>
        <translation>Nieuwe aanmelding opschrijven</translation>
    </message>
    <message>
        <source>From an e-ma&amp;il…</source>
        <translation>Uit een e-ma&amp;il…</translation>
    </message>
    <message>
        <source>From a &amp;list…</source>
        <translation>Uit een &amp;lijst…</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Wat de lijst toont</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Besloten</translation>
    </message>
    <message numerus="yes">
        <source>{groups} and %Ln more</source>
        <translation>
            <numerusform>{groups} en nog %Ln</numerusform>
            <numerusform>{groups} en nog %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Anybody may join these groups, so nobody asks: {groups}.</source>
        <translation>Bij deze groepen mag iedereen zo meedoen, dus niemand vraagt het: {groups}.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln from before.</source>
        <translation>
            <numerusform>En %Ln van eerder.</numerusform>
            <numerusform>En %Ln van eerder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more, after these.</source>
        <translation>
            <numerusform>En nog %Ln, na deze.</numerusform>
            <numerusform>En nog %Ln, na deze.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody waits for you.</source>
        <translation>Er wacht niemand op u.</translation>
    </message>
    <message>
        <source>You wait for nobody&apos;s answer.</source>
        <translation>U wacht op niemands antwoord.</translation>
    </message>
    <message>
        <source>Nobody stands on a waiting list.</source>
        <translation>Er staat niemand op een wachtlijst.</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>Er is nog niets besloten.</translation>
    </message>
    <message>
        <source>Who asks to join comes here from an export of the chat, or when you write it down: {key}.</source>
        <translation>Wie erbij wil, komt hier uit een export van de chat. Of u schrijft het zelf op: {key}.</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Put &amp;back</source>
        <translation>&amp;Terugzetten</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>Open &amp;with this code</source>
        <translation>Openen met deze &amp;code</translation>
    </message>
    <message>
        <source>No key on this computer opens this backup. Type the code of the recovery sheet.</source>
        <translation>Geen sleutel op deze computer opent deze reservekopie. Typ de code van het herstelblad.</translation>
    </message>
    <message>
        <source>Put back: the backup of {day}, {time}</source>
        <translation>Terugzetten: de reservekopie van {day}, {time} uur</translation>
    </message>
    <message>
        <source>One moment, the backup is being looked at…</source>
        <translation>Een ogenblik, de reservekopie wordt bekeken…</translation>
    </message>
    <message>
        <source>This backup is damaged. Choose another one.</source>
        <translation>Deze reservekopie is beschadigd. Kies een andere.</translation>
    </message>
    <message>
        <source>What you have now is not erased: it stays beside it for 30 days.</source>
        <translation>Wat u nu hebt, wordt niet gewist: het blijft er 30 dagen naast staan.</translation>
    </message>
    <message>
        <source>The file of now is not erased: it stays beside it under another name.</source>
        <translation>Het bestand van nu wordt niet gewist: het blijft bewaard onder een andere naam.</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>opgelost</translation>
    </message>
    <message>
        <source>a suspect was held</source>
        <translation>verdachte aangehouden</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>niets gevonden</translation>
    </message>
    <message>
        <source>it was no offence</source>
        <translation>het was niet strafbaar</translation>
    </message>
</context>
<context>
    <name>RightsCopy</name>
    <message>
        <source>Read it first. Then save it, and give it to this person yourself. Be sure that it is really this person who asks.</source>
        <translation>Lees het eerst. Bewaar het dan, en geef het zelf aan deze persoon. Weet zeker dat deze persoon het zelf vraagt.</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>Bewaren als &amp;PDF…</translation>
    </message>
    <message>
        <source>Save as &amp;JSON…</source>
        <translation>Bewaren als &amp;JSON…</translation>
    </message>
    <message>
        <source>What is kept of this person</source>
        <translation>Wat u van deze persoon bewaart</translation>
    </message>
    <message>
        <source>The program found nothing about others to take out.</source>
        <translation>Het programma vond niets over anderen om weg te halen.</translation>
    </message>
    <message>
        <source>It does not know every name: look yourself whether anything about others stayed.</source>
        <translation>Het kent niet elke naam: kijk zelf of er nog iets over anderen in staat.</translation>
    </message>
    <message numerus="yes">
        <source>What is about others was taken out in %Ln place(s).</source>
        <translation>
            <numerusform>Op %Ln plek is weggehaald wat over anderen gaat.</numerusform>
            <numerusform>Op %Ln plekken is weggehaald wat over anderen gaat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why: {purpose}. How long: {term}. From: {source}.</source>
        <translation>Waarom: {purpose}. Hoe lang: {term}. Waar het vandaan komt: {source}.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more, which stand in the file.</source>
        <translation>
            <numerusform>En nog %Ln, die in het bestand staat.</numerusform>
            <numerusform>En nog %Ln, die in het bestand staan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RightsErase</name>
    <message>
        <source>forget</source>
        <translation>vergeten</translation>
    </message>
    <message>
        <source>This cannot be undone. Everything below goes for good.</source>
        <translation>Dit kunt u niet ongedaan maken. Alles hieronder gaat voorgoed weg.</translation>
    </message>
    <message>
        <source>What goes of this person</source>
        <translation>Wat er van deze persoon weggaat</translation>
    </message>
    <message>
        <source>Are you sure? T&amp;ype: {name}</source>
        <translation>Weet u het zeker? T&amp;yp: {name}</translation>
    </message>
    <message>
        <source>Type the name of who is forgotten</source>
        <translation>Typ de naam van wie vergeten wordt</translation>
    </message>
    <message>
        <source>Forget for &amp;good</source>
        <translation>&amp;Voorgoed vergeten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Wat er weggaat</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln place(s) others name this person. There it becomes [iemand].</source>
        <translation>
            <numerusform>Op %Ln plek noemen anderen deze persoon. Daar komt [iemand] te staan.</numerusform>
            <numerusform>Op %Ln plekken noemen anderen deze persoon. Daar komt [iemand] te staan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is kept of this person any more.</source>
        <translation>U bewaart niets meer van deze persoon.</translation>
    </message>
    <message>
        <source>This person is still in {groups}. A later export brings the name back.</source>
        <translation>Deze persoon zit nog in {groups}. Een volgende export brengt de naam terug.</translation>
    </message>
    <message>
        <source>So take this person out of the group first.</source>
        <translation>Haal deze persoon dus eerst uit de groep.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older backup(s) still hold this person, for 30 days at most.</source>
        <translation>
            <numerusform>%Ln oudere reservekopie bewaart deze persoon nog, hoogstens 30 dagen.</numerusform>
            <numerusform>%Ln oudere reservekopieën bewaren deze persoon nog, hoogstens 30 dagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>When you put one back, the program forgets this person again at once.</source>
        <translation>Zet u er een terug, dan vergeet het programma deze persoon meteen weer.</translation>
    </message>
    <message>
        <source>Is this the same person?</source>
        <translation>Is dit dezelfde persoon?</translation>
    </message>
    <message>
        <source>Here stands only a name that others may have too.</source>
        <translation>Hier staat alleen een naam die anderen ook kunnen hebben.</translation>
    </message>
    <message>
        <source>Tick what is about this person: the name goes there as well.</source>
        <translation>Kruis aan wat over deze persoon gaat: daar gaat de naam ook weg.</translation>
    </message>
    <message>
        <source>Is this person</source>
        <translation>Is deze persoon</translation>
    </message>
    <message>
        <source>Is this person: {text}</source>
        <translation>Is deze persoon: {text}</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln more. They stand with Messages: search the name there.</source>
        <translation>
            <numerusform>Er is er nog %Ln. Die staat bij Berichten: zoek daar de naam.</numerusform>
            <numerusform>Er zijn er nog %Ln. Die staan bij Berichten: zoek daar de naam.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RightsErased</name>
    <message>
        <source>This person is forgotten</source>
        <translation>Deze persoon is vergeten</translation>
    </message>
    <message>
        <source>What went</source>
        <translation>Wat er weg is</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Klaar</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln place(s) the name became [iemand].</source>
        <translation>
            <numerusform>Op %Ln plek staat nu [iemand].</numerusform>
            <numerusform>Op %Ln plekken staat nu [iemand].</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup was made just before: {file}. It goes within 30 days.</source>
        <translation>Vlak daarvoor is een reservekopie gemaakt: {file}. Die gaat binnen 30 dagen weg.</translation>
    </message>
    <message>
        <source>Did you save a copy or a table with this name on your computer? Remove that yourself.</source>
        <translation>Hebt u een kopie of een tabel met deze naam op uw computer bewaard? Gooi die zelf weg.</translation>
    </message>
    <message>
        <source>The program now looks through the whole file for the full name and number…</source>
        <translation>Het programma zoekt nu in het hele bestand naar de volledige naam en het nummer…</translation>
    </message>
    <message numerus="yes">
        <source>The full name or number still stands in %Ln place(s). Somebody else may have it too.</source>
        <translation>
            <numerusform>De volledige naam of het nummer staat nog op %Ln plek. Misschien heeft iemand anders die ook.</numerusform>
            <numerusform>De volledige naam of het nummer staat nog op %Ln plekken. Misschien heeft iemand anders die ook.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked for the full name and number in the whole file and in the logs: found 0 times.</source>
        <translation>Het programma zocht de volledige naam en het nummer in het hele bestand en in de logboeken: 0 keer gevonden.</translation>
    </message>
    <message>
        <source>Another window is still reading. What is left goes when it closes.</source>
        <translation>Een ander venster leest nog. Wat er nog staat, gaat weg als dat sluit.</translation>
    </message>
    <message numerus="yes">
        <source>A first name alone is left in %Ln place(s).</source>
        <translation>
            <numerusform>Op %Ln plek staat nog alleen een voornaam.</numerusform>
            <numerusform>Op %Ln plekken staat nog alleen een voornaam.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RightsForm</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>RightsHome</name>
    <message>
        <source>Everybody may ask what you keep of him. You answer within a month. What does this person ask?</source>
        <translation>Iedereen mag vragen wat u van hem of haar bewaart. U antwoordt binnen een maand. Wat vraagt deze persoon?</translation>
    </message>
    <message>
        <source>A cop&amp;y…</source>
        <translation>I&amp;nzage…</translation>
    </message>
    <message>
        <source>Everything that is kept of this person, to hand over. Of others nothing stands in it.</source>
        <translation>Alles wat u van deze persoon bewaart, om te geven. Over anderen staat er niets in.</translation>
    </message>
    <message>
        <source>Put r&amp;ight…</source>
        <translation>Ve&amp;rbeteren…</translation>
    </message>
    <message>
        <source>A name or a number that is wrong.</source>
        <translation>Een naam of een nummer dat niet klopt.</translation>
    </message>
    <message>
        <source>O&amp;bject…</source>
        <translation>Be&amp;zwaar…</translation>
    </message>
    <message>
        <source>From then on nothing from before is held against this person, until you settle it.</source>
        <translation>Wat eerder gebeurde, telt dan niet meer mee voor deze persoon, tot u erover beslist.</translation>
    </message>
    <message>
        <source>Fo&amp;rget…</source>
        <translation>Ver&amp;geten…</translation>
    </message>
    <message>
        <source>Everything of this person goes for good. You see first what goes.</source>
        <translation>Alles van deze persoon gaat voorgoed weg. U ziet eerst wat er weggaat.</translation>
    </message>
    <message>
        <source>A&amp;nswer later…</source>
        <translation>&amp;Later antwoorden…</translation>
    </message>
    <message>
        <source>You write down what was asked and when. The program tells you by when to answer.</source>
        <translation>U schrijft op wat er gevraagd is en wanneer. Het programma zegt wanneer u moet antwoorden.</translation>
    </message>
    <message>
        <source>As what this person is known, and what was asked</source>
        <translation>Als wat deze persoon bekend is, en wat er gevraagd is</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Bekend als</translation>
    </message>
    <message>
        <source>There is more under this name</source>
        <translation>Er staat meer onder deze naam</translation>
    </message>
    <message>
        <source>What you do here does not count there. Is it the same person? Then look up the name under Settings, Questions about data, and choose them together.</source>
        <translation>Wat u hier doet, geldt daar niet. Is het dezelfde persoon? Zoek de naam dan op bij Instellingen, Vragen over gegevens, en kies ze samen.</translation>
    </message>
    <message>
        <source>Objected on {day}. This waits for you.</source>
        <translation>Maakte bezwaar op {day}. U moet nog beslissen.</translation>
    </message>
    <message>
        <source>It stands: forget…</source>
        <translation>Terecht: vergeten…</translation>
    </message>
    <message>
        <source>It does not stand…</source>
        <translation>Niet terecht…</translation>
    </message>
    <message>
        <source>Asked before</source>
        <translation>Eerder gevraagd</translation>
    </message>
    <message>
        <source>It was answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>It was answered: {what}</source>
        <translation>Beantwoord: {what}</translation>
    </message>
</context>
<context>
    <name>RightsPanel</name>
    <message>
        <source>A copy for {name}</source>
        <translation>Inzage voor {name}</translation>
    </message>
    <message>
        <source>Put right what is known of {name}</source>
        <translation>Verbeteren wat u weet van {name}</translation>
    </message>
    <message>
        <source>{name} objects</source>
        <translation>{name} maakt bezwaar</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>{name} vergeten</translation>
    </message>
    <message>
        <source>The objection of {name} does not stand</source>
        <translation>Het bezwaar van {name} is niet terecht</translation>
    </message>
    <message>
        <source>What {name} asks</source>
        <translation>Wat {name} vraagt</translation>
    </message>
    <message>
        <source>The rights of {name}</source>
        <translation>De rechten van {name}</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sl&amp;uiten</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>member</source>
        <translation>deelnemer</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>professional</source>
        <translation>professional</translation>
    </message>
</context>
<context>
    <name>RollFilterBar</name>
    <message>
        <source>A name or number ({key})</source>
        <translation>Een naam of nummer ({key})</translation>
    </message>
    <message>
        <source>Search a member of this group</source>
        <translation>Zoek een lid van deze groep</translation>
    </message>
    <message>
        <source>Which members</source>
        <translation>Welke leden</translation>
    </message>
    <message>
        <source>In the group: {count}</source>
        <translation>In de groep: {count}</translation>
    </message>
    <message>
        <source>Left the group: {count}</source>
        <translation>Uit de groep: {count}</translation>
    </message>
    <message>
        <source>Rules not confirmed: {count}</source>
        <translation>Afspraken niet bevestigd: {count}</translation>
    </message>
    <message>
        <source>Agreement not known: {count}</source>
        <translation>Toestemming niet bekend: {count}</translation>
    </message>
</context>
<context>
    <name>RollLayout</name>
    <message>
        <source>&amp;Back in the group</source>
        <translation>Weer in de gr&amp;oep</translation>
    </message>
    <message>
        <source>&amp;Left the group…</source>
        <translation>Uit de &amp;groep…</translation>
    </message>
    <message>
        <source>Nobody is on the list yet.</source>
        <translation>Er staat nog niemand op de lijst.</translation>
    </message>
    <message>
        <source>Members come here with an export of the chat. You can also add them, or take in a list.</source>
        <translation>Leden komen hier als u een export van de chat inleest. U kunt ze ook zelf toevoegen, of een lijst inlezen.</translation>
    </message>
    <message>
        <source>Nobody was found. Look with fewer words, or choose another part of the list.</source>
        <translation>Er is niemand gevonden. Zoek met minder woorden, of kies een ander deel van de lijst.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s), by name</source>
        <translation>
            <numerusform>%Ln lid, op naam</numerusform>
            <numerusform>%Ln leden, op naam</numerusform>
        </translation>
    </message>
    <message>
        <source>Members of this group</source>
        <translation>Leden van deze groep</translation>
    </message>
    <message>
        <source>Take &amp;in a list…</source>
        <translation>Lijst &amp;inlezen…</translation>
    </message>
    <message>
        <source>A&amp;dd a member…</source>
        <translation>Lid &amp;toevoegen…</translation>
    </message>
    <message>
        <source>De&amp;tails…</source>
        <translation>Gege&amp;vens…</translation>
    </message>
    <message>
        <source>All g&amp;roups of this member</source>
        <translation>Alle groepen van &amp;dit lid</translation>
    </message>
    <message>
        <source>A&amp;greement and rules…</source>
        <translation>Toe&amp;stemming en afspraken…</translation>
    </message>
    <message>
        <source>&amp;Save the list…</source>
        <translation>&amp;Lijst bewaren…</translation>
    </message>
</context>
<context>
    <name>RollModel</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Lid</translation>
    </message>
    <message>
        <source>Knows the rules</source>
        <translation>Kent de afspraken</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Toestemming</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>not known since when</source>
        <translation>niet bekend sinds wanneer</translation>
    </message>
    <message>
        <source>yes: {read}</source>
        <translation>ja: {read}</translation>
    </message>
    <message>
        <source>sent: {sent}</source>
        <translation>gekregen: {sent}</translation>
    </message>
</context>
<context>
    <name>RowProblemsModel</name>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>Er staat</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Wat er niet klopt</translation>
    </message>
</context>
<context>
    <name>RuleEditing</name>
    <message>
        <source>It was so already: nothing changed.</source>
        <translation>Het was al zo: er is niets veranderd.</translation>
    </message>
    <message>
        <source>Kept. With {key} you undo it.</source>
        <translation>Bewaard. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>RuleLab</name>
    <message>
        <source>These rules count from now on. With {key} you undo it.</source>
        <translation>Deze regels gelden vanaf nu. Met {key} maakt u het ongedaan.</translation>
    </message>
    <message>
        <source>These rules judge along from now on. Look here again after the next export.</source>
        <translation>Deze regels kijken vanaf nu mee. Kijk hier weer na het volgende exportbestand.</translation>
    </message>
    <message>
        <source>The trial has ended. With {key} you undo it.</source>
        <translation>De proef is gestopt. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>RuleLabView</name>
    <message>
        <source>Choose other rules and see first what they would do. Nothing changes until you switch on.</source>
        <translation>Kies andere regels en kijk eerst wat ze zouden doen. Er verandert niets tot u ze aanzet.</translation>
    </message>
    <message>
        <source>Trying: {done} of {total} messages.</source>
        <translation>Bezig met proberen: {done} van {total} berichten.</translation>
    </message>
    <message>
        <source>These rules judge along in the shade, without putting anything in This week: {rules}.</source>
        <translation>Deze regels kijken alleen mee. Ze zetten niets in Deze week: {rules}.</translation>
    </message>
    <message>
        <source>Tried: {rules}.</source>
        <translation>Geprobeerd: {rules}.</translation>
    </message>
    <message>
        <source>belongs here: {what}</source>
        <translation>hier hoort: {what}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>asks about 112</source>
        <translation>vraagt naar 112</translation>
    </message>
    <message>
        <source>does not ask about 112</source>
        <translation>vraagt niet naar 112</translation>
    </message>
    <message>
        <source>Try on</source>
        <translation>Probeer op</translation>
    </message>
    <message>
        <source>How far back to try</source>
        <translation>Hoe ver terug proberen</translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln month(s)</source>
        <translation>
            <numerusform>de laatste maand</numerusform>
            <numerusform>de laatste %Ln maanden</numerusform>
        </translation>
    </message>
    <message>
        <source>How far the trial is</source>
        <translation>Hoe ver het proberen is</translation>
    </message>
    <message>
        <source>&amp;Try out</source>
        <translation>&amp;Probeer</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>S&amp;witch on</source>
        <translation>&amp;Zet aan</translation>
    </message>
    <message>
        <source>First in the s&amp;hade</source>
        <translation>Eerst alleen laten &amp;meekijken</translation>
    </message>
    <message>
        <source>&amp;End this trial</source>
        <translation>Stop deze proe&amp;f</translation>
    </message>
    <message>
        <source>Choose &amp;other rules</source>
        <translation>Kies andere &amp;regels</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Kind of group</source>
        <translation>Soort groep</translation>
    </message>
    <message>
        <source>Kind of group to try</source>
        <translation>Soort groep om te proberen</translation>
    </message>
    <message>
        <source>What belongs in this group?</source>
        <translation>Wat hoort in deze groep?</translation>
    </message>
    <message>
        <source>Belongs here: {what}</source>
        <translation>Hoort hier: {what}</translation>
    </message>
    <message>
        <source>Ask whether 112 was called when something is urgent</source>
        <translation>Vraag bij spoed of 112 is gebeld</translation>
    </message>
</context>
<context>
    <name>RulesLeaf</name>
    <message>
        <source>The group was changed. With {key} you undo it.</source>
        <translation>De groep is veranderd. Met {key} maakt u het ongedaan.</translation>
    </message>
    <message>
        <source>Forgotten. With {key} you undo it.</source>
        <translation>Vergeten. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>SamplesModel</name>
    <message>
        <source>What changes</source>
        <translation>Wat verandert</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>What you decided</source>
        <translation>Wat u besliste</translation>
    </message>
    <message>
        <source>comes into view</source>
        <translation>komt erbij</translation>
    </message>
    <message>
        <source>goes out of view</source>
        <translation>valt weg</translation>
    </message>
    <message>
        <source>you acted on it</source>
        <translation>u deed er iets mee</translation>
    </message>
    <message>
        <source>you found it all right</source>
        <translation>u vond het goed</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>nog niet beslist</translation>
    </message>
</context>
<context>
    <name>Sayings</name>
    <message>
        <source>This needs no 112</source>
        <translation>Hier hoeft 112 niet bij</translation>
    </message>
    <message>
        <source>This is no call to step in oneself</source>
        <translation>Dit is geen oproep om zelf in te grijpen</translation>
    </message>
    <message>
        <source>These are nobody&apos;s personal data</source>
        <translation>Dit zijn geen persoonsgegevens</translation>
    </message>
    <message>
        <source>This is not stigmatising</source>
        <translation>Dit is niet stigmatiserend</translation>
    </message>
    <message>
        <source>This is no insult or threat</source>
        <translation>Dit is geen belediging of dreigement</translation>
    </message>
    <message>
        <source>This is no answer about a report</source>
        <translation>Dit is geen antwoord op een melding</translation>
    </message>
    <message>
        <source>This is no coarse language</source>
        <translation>Dit is geen grof taalgebruik</translation>
    </message>
    <message>
        <source>This is no insult</source>
        <translation>Dit is geen belediging</translation>
    </message>
    <message>
        <source>This is no threat</source>
        <translation>Dit is geen dreigement</translation>
    </message>
    <message>
        <source>This is no question about a report</source>
        <translation>Dit is geen vraag over een melding</translation>
    </message>
    <message>
        <source>needs no 112</source>
        <translation>112 hoeft niet</translation>
    </message>
    <message>
        <source>no call to step in oneself</source>
        <translation>geen oproep om zelf in te grijpen</translation>
    </message>
    <message>
        <source>nobody&apos;s personal data</source>
        <translation>geen persoonsgegevens</translation>
    </message>
    <message>
        <source>not stigmatising</source>
        <translation>niet stigmatiserend</translation>
    </message>
    <message>
        <source>no insult or threat</source>
        <translation>geen belediging of dreigement</translation>
    </message>
    <message>
        <source>no answer or question about a report</source>
        <translation>geen antwoord of vraag over een melding</translation>
    </message>
    <message>
        <source>about: {what}</source>
        <translation>gaat over: {what}</translation>
    </message>
    <message>
        <source>it happens now, without 112</source>
        <translation>het gebeurt nu, zonder 112</translation>
    </message>
    <message>
        <source>a call to step in oneself</source>
        <translation>een oproep om zelf in te grijpen</translation>
    </message>
    <message>
        <source>personal data: {what}</source>
        <translation>persoonsgegevens: {what}</translation>
    </message>
    <message>
        <source>stigmatising: {what}</source>
        <translation>stigmatiserend: {what}</translation>
    </message>
    <message>
        <source>112 was called</source>
        <translation>112 is gebeld</translation>
    </message>
    <message>
        <source>This is nobody&apos;s personal data: {kind}</source>
        <translation>Dit is geen persoonsgegeven: {kind}</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Spoed</translation>
    </message>
    <message>
        <source>Own action</source>
        <translation>Eigenrichting</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Persoonsgegevens</translation>
    </message>
    <message>
        <source>Stigmatising</source>
        <translation>Stigmatiserend</translation>
    </message>
    <message>
        <source>Abusive</source>
        <translation>Grof of dreigend</translation>
    </message>
    <message>
        <source>Answer or question</source>
        <translation>Antwoord of vraag</translation>
    </message>
</context>
<context>
    <name>Screenshots</name>
    <message>
        <source>The folder for the pictures cannot be made. Choose another one.</source>
        <translation>De map voor de plaatjes kan niet worden gemaakt. Kies een andere map.</translation>
    </message>
    <message>
        <source>The picture {name} cannot be written there.</source>
        <translation>Het plaatje {name} kan daar niet worden bewaard. Kies een andere map.</translation>
    </message>
</context>
<context>
    <name>SendingBar</name>
    <message>
        <source>Stop all</source>
        <translation>Alles tegenhouden</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Wat van deze computer weggaat</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>En nog %n.</numerusform>
            <numerusform>En nog %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice: nothing really leaves this computer.</source>
        <translation>Oefenen: er gaat niets echt weg van deze computer.</translation>
    </message>
    <message>
        <source>The program closes as soon as this has gone out. Close it again to leave now.</source>
        <translation>Het programma sluit als dit weg is. Wilt u nu al weg? Sluit het dan nog een keer.</translation>
    </message>
</context>
<context>
    <name>SendingKeeper</name>
    <message>
        <source>Stopped. What still waited does not go out.</source>
        <translation>Tegengehouden. Wat nog wachtte, gaat niet weg.</translation>
    </message>
    <message>
        <source>Nothing was waiting any more.</source>
        <translation>Er wachtte niets meer.</translation>
    </message>
    <message>
        <source>Taken back. It does not go out.</source>
        <translation>Ongedaan gemaakt. Het gaat niet weg.</translation>
    </message>
</context>
<context>
    <name>SendingLine</name>
    <message numerus="yes">
        <source>Goes out in %n second(s).</source>
        <translation>
            <numerusform>Gaat over %n seconde weg.</numerusform>
            <numerusform>Gaat over %n seconden weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>Is going out now.</source>
        <translation>Gaat nu weg.</translation>
    </message>
    <message>
        <source>✓ Has gone out.</source>
        <translation>✓ Is weg.</translation>
    </message>
    <message>
        <source>There came no answer. Perhaps it has arrived: ask there before you send it again.</source>
        <translation>Er kwam geen antwoord. Misschien is het wel aangekomen: vraag het daar na voor u het nog eens stuurt.</translation>
    </message>
    <message>
        <source>There came no answer. Perhaps it has arrived: look in the chat itself.</source>
        <translation>Er kwam geen antwoord. Misschien is het aangekomen: kijk in de chat zelf.</translation>
    </message>
    <message>
        <source>This did not go out. The answer was: {answer}</source>
        <translation>Dit is niet verstuurd. Het antwoord was: {answer}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>It has arrived</source>
        <translation>Het is aangekomen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Opnieuw sturen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat maar</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The folder is watched once you work with your own groups.</source>
        <translation>De map wordt gevolgd zodra u met uw eigen groepen werkt.</translation>
    </message>
    <message>
        <source>There is a new export in your folder. You find it under Take in.</source>
        <translation>Er staat een nieuwe export in uw map. U vindt hem bij Inlezen.</translation>
    </message>
</context>
<context>
    <name>SettingsLeaves</name>
    <message>
        <source>Keys of the keyboard</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Letters and colours</source>
        <translation>Letters en kleuren</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Answers owed</source>
        <translation>Terugkoppeling</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Loketten</translation>
    </message>
    <message>
        <source>Languages of members</source>
        <translation>Talen van leden</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Vergrendelen</translation>
    </message>
    <message>
        <source>Keys of your groups</source>
        <translation>Sleutels</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>Keeping and forgetting</source>
        <translation>Bewaren en vergeten</translation>
    </message>
    <message>
        <source>Questions about data</source>
        <translation>Vragen over gegevens</translation>
    </message>
    <message>
        <source>Papers about privacy</source>
        <translation>Papieren over privacy</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Kinds of settings</source>
        <translation>Soorten instellingen</translation>
    </message>
</context>
<context>
    <name>SharePanel</name>
    <message>
        <source>For the group</source>
        <translation>Voor de groep</translation>
    </message>
    <message>
        <source>For which group this text is</source>
        <translation>Voor welke groep deze tekst is</translation>
    </message>
    <message>
        <source>Text for the group</source>
        <translation>Tekst voor de groep</translation>
    </message>
    <message>
        <source>Read the text first. You may change it. It names no member.</source>
        <translation>Lees de tekst eerst na. U mag hem veranderen. Er staat geen naam van een lid in.</translation>
    </message>
    <message>
        <source>Make rea&amp;dy for the group</source>
        <translation>&amp;Klaarzetten voor de groep</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>K&amp;opiëren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;luiten</translation>
    </message>
    <message>
        <source>Still to fill in: {blanks}. Tab goes there.</source>
        <translation>Nog invullen: {blanks}. Met Tab gaat u erheen.</translation>
    </message>
</context>
<context>
    <name>SheetColumns</name>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Column in your list</source>
        <translation>Kolom in uw lijst</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Rij {number}</translation>
    </message>
    <message>
        <source>{field} (needed)</source>
        <translation>{field} (nodig)</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>staat niet in de lijst</translation>
    </message>
    <message>
        <source>Column with: {field}</source>
        <translation>Kolom met: {field}</translation>
    </message>
    <message>
        <source>wrong: {written}</source>
        <translation>fout: {written}</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>er staat niets</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
</context>
<context>
    <name>SheetDueBar</name>
    <message>
        <source>Your recovery sheet is not on paper yet.</source>
        <translation>Uw herstelblad staat nog niet op papier.</translation>
    </message>
    <message>
        <source>Recovery shee&amp;t…</source>
        <translation>Hers&amp;telblad…</translation>
    </message>
    <message>
        <source>Make the recovery sheet</source>
        <translation>Het herstelblad maken</translation>
    </message>
</context>
<context>
    <name>SheetIntake</name>
    <message>
        <source>Lists</source>
        <translation>Lijsten</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Kies een lijst</translation>
    </message>
    <message>
        <source>{list}-what-is-wrong</source>
        <translation>{list}-wat-er-niet-klopt</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>Deze lijst bewaren</translation>
    </message>
    <message>
        <source>The list is saved.</source>
        <translation>De lijst is bewaard.</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rij</numerusform>
            <numerusform>%Ln rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>Needed: {what}.</source>
        <translation>Nodig: {what}.</translation>
    </message>
    <message>
        <source>May also be there: {what}.</source>
        <translation>Mag er ook in staan: {what}.</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>Bestand &amp;kiezen…</translation>
    </message>
    <message>
        <source>Another &amp;file…</source>
        <translation>Ander &amp;bestand…</translation>
    </message>
    <message>
        <source>Nothing is kept before you have seen it. Everything stays on this computer.</source>
        <translation>U ziet eerst wat er in staat. Daarna kiest u of u het overneemt. Alles blijft op deze computer.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in {file}. Look whether every line has the right column.</source>
        <translation>
            <numerusform>%Ln rij in {file}. Kijk of bij elke regel de goede kolom staat.</numerusform>
            <numerusform>%Ln rijen in {file}. Kijk of bij elke regel de goede kolom staat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take over %Ln row(s)</source>
        <translation>
            <numerusform>%Ln rij &amp;overnemen</numerusform>
            <numerusform>%Ln rijen &amp;overnemen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Overnemen</translation>
    </message>
    <message>
        <source>Choose a column for: {what}.</source>
        <translation>Kies nog een kolom voor: {what}.</translation>
    </message>
    <message>
        <source>All rows are good.</source>
        <translation>Alle rijen zijn goed.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can be taken over.</source>
        <translation>
            <numerusform>%Ln rij kan mee.</numerusform>
            <numerusform>%Ln rijen kunnen mee.</numerusform>
        </translation>
    </message>
    <message>
        <source>No row is good yet.</source>
        <translation>Er is nog geen rij goed.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot. Put them right in your own file and choose it again.</source>
        <translation>
            <numerusform>%Ln rij niet. Verbeter die in uw eigen bestand en kies dat opnieuw.</numerusform>
            <numerusform>%Ln rijen niet. Verbeter die in uw eigen bestand en kies dat opnieuw.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take in a list</source>
        <translation>Een lijst overnemen</translation>
    </message>
    <message>
        <source>Drop an Excel or CSV file here, or choose one.</source>
        <translation>Sleep hier een Excel- of CSV-bestand naartoe, of kies er een.</translation>
    </message>
    <message>
        <source>The first row has the &amp;names of the columns</source>
        <translation>In de eerste rij staan de &amp;namen van de kolommen</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Wat er niet klopt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Save this list…</source>
        <translation>Deze lijst be&amp;waren…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;luiten</translation>
    </message>
    <message>
        <source>Your recovery sheet</source>
        <translation>Uw herstelblad</translation>
    </message>
    <message>
        <source>Only this computer has the key to your groups. If it breaks, you need this sheet: without it nobody can open them any more, not even you.</source>
        <translation>Alleen deze computer heeft de sleutel van uw groepen. Gaat de computer stuk, dan hebt u dit blad nodig. Zonder dit blad kan dan niemand er meer bij, ook u niet.</translation>
    </message>
    <message>
        <source>1. Save the sheet and print it.</source>
        <translation>1. Sla het blad op en print het.</translation>
    </message>
    <message>
        <source>Choose a place on this computer or a stick, not in the cloud.</source>
        <translation>Kies een plek op deze computer of op een usb-stick. Niet in de cloud, zoals OneDrive of iCloud.</translation>
    </message>
    <message>
        <source>2. Type two groups from the paper.</source>
        <translation>2. Typ twee groepjes van het papier over.</translation>
    </message>
    <message>
        <source>3. Is the sheet on paper? Then remove the file.</source>
        <translation>3. Staat het blad op papier? Wis dan het bestand.</translation>
    </message>
    <message>
        <source>So you know that the paper is readable. Small letters are fine.</source>
        <translation>Zo weet u dat het papier goed te lezen is. Kleine letters mogen ook.</translation>
    </message>
    <message>
        <source>Who finds the file has your code. Keep the paper, away from the computer.</source>
        <translation>Wie het bestand vindt, heeft uw code. Bewaar het papier, en niet bij de computer.</translation>
    </message>
    <message>
        <source>&amp;Save the sheet…</source>
        <translation>Blad op&amp;slaan…</translation>
    </message>
    <message>
        <source>&amp;Save it elsewhere too…</source>
        <translation>Ook ergens anders op&amp;slaan…</translation>
    </message>
    <message>
        <source>Open it to &amp;print</source>
        <translation>Openen om te &amp;printen</translation>
    </message>
    <message>
        <source>&amp;Ready</source>
        <translation>&amp;Klaar</translation>
    </message>
    <message>
        <source>Re&amp;move the file</source>
        <translation>Bestand w&amp;issen</translation>
    </message>
    <message>
        <source>I remove it m&amp;yself</source>
        <translation>Ik wis het &amp;zelf</translation>
    </message>
    <message>
        <source>La&amp;ter</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>I have a &amp;backup of another computer…</source>
        <translation>Ik heb een &amp;reservekopie van een andere computer…</translation>
    </message>
    <message>
        <source>No program opened the sheet. Open the file yourself and print it.</source>
        <translation>Geen programma opende het blad. Open het bestand zelf en print het.</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Herstelblad opslaan</translation>
    </message>
    <message>
        <source>That is not what stands on the sheet. Look at the numbers of the groups, and try again.</source>
        <translation>Dat staat niet op het blad. Kijk naar de nummers van de groepjes en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Opgeslagen als {path}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>might join</source>
        <translation>kan meedoen</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>uitgenodigd</translation>
    </message>
    <message>
        <source>spoken with</source>
        <translation>gesproken</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>is lid</translation>
    </message>
    <message>
        <source>knows the rules</source>
        <translation>kent de afspraken</translation>
    </message>
    <message>
        <source>wrote a message</source>
        <translation>schreef een bericht</translation>
    </message>
    <message>
        <source>said no</source>
        <translation>zei nee</translation>
    </message>
</context>
<context>
    <name>StartLeaf</name>
    <message>
        <source>Kept. With {key} you undo it.</source>
        <translation>Bewaard. Met {key} maakt u het ongedaan.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) put on the list.</source>
        <translation>
            <numerusform>%n naam op de lijst gezet.</numerusform>
            <numerusform>%n namen op de lijst gezet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stood on it already.</source>
        <translation>
            <numerusform>%n stond er al op.</numerusform>
            <numerusform>%n stonden er al op.</numerusform>
        </translation>
    </message>
    <message>
        <source>With {key} you undo it.</source>
        <translation>Met {key} maakt u het ongedaan.</translation>
    </message>
    <message>
        <source>The eight steps</source>
        <translation>De acht stappen</translation>
    </message>
    <message>
        <source>Finding members</source>
        <translation>Leden zoeken</translation>
    </message>
    <message>
        <source>The group starts on</source>
        <translation>De groep begint op</translation>
    </message>
    <message>
        <source>Day and time of the start</source>
        <translation>Dag en tijd van de start</translation>
    </message>
    <message>
        <source>d MMMM yyyy &apos;at&apos; HH:mm</source>
        <translation>d MMMM yyyy &apos;om&apos; HH:mm</translation>
    </message>
    <message>
        <source>Keep this da&amp;y</source>
        <translation>Deze da&amp;g bewaren</translation>
    </message>
</context>
<context>
    <name>StartSteps</name>
    <message>
        <source>{count} of {total} steps done</source>
        <translation>{count} van de {total} stappen gedaan</translation>
    </message>
    <message>
        <source>The program sees: {what}</source>
        <translation>Het programma ziet: {what}</translation>
    </message>
    <message>
        <source>What you thought of this step: {step}</source>
        <translation>Wat u van deze stap vindt: {step}</translation>
    </message>
    <message>
        <source>The steps of the start, with a tick for done</source>
        <translation>De stappen van de start, met een vinkje voor gedaan</translation>
    </message>
    <message>
        <source>Your &amp;note</source>
        <translation>Uw &amp;notitie</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Terugzetten</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Drop a WhatsApp export here</source>
        <translation>Sleep een export van WhatsApp hierheen</translation>
    </message>
    <message>
        <source>How do I make an export?</source>
        <translation>Hoe maak ik een export?</translation>
    </message>
    <message>
        <source>A .txt or .zip file. Telegram, Signal and Veiligebuurt work too. Everything stays on this computer.</source>
        <translation>Een bestand dat eindigt op .txt of .zip. Telegram, Signal en Veiligebuurt kunnen ook. Alles blijft op deze computer.</translation>
    </message>
    <message>
        <source>&amp;Choose an export…</source>
        <translation>Export &amp;kiezen…</translation>
    </message>
    <message>
        <source>&amp;Paste text…</source>
        <translation>&amp;Tekst plakken…</translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln export(s) from yo&amp;ur folder</source>
        <translation>
            <numerusform>Bekijk %Ln export &amp;uit uw map</numerusform>
            <numerusform>Bekijk %Ln exports &amp;uit uw map</numerusform>
        </translation>
    </message>
    <message>
        <source>What you save in {folder} is taken in by itself when it is of a group you have.</source>
        <translation>Wat u bewaart in {folder}, wordt vanzelf ingelezen als het van een groep is die u al hebt.</translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation>&amp;Niet meer volgen</translation>
    </message>
    <message>
        <source>Look at the &amp;demo</source>
        <translation>&amp;Demo bekijken</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>Words: {words}</source>
        <translation>Woorden: {words}</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>waar het over gaat</translation>
    </message>
</context>
<context>
    <name>Stigma</name>
    <message>
        <source>suspicion because of origin</source>
        <translation>verdacht om afkomst</translation>
    </message>
    <message>
        <source>bad things said of a whole group</source>
        <translation>kwaad over een hele groep</translation>
    </message>
    <message>
        <source>a slur for a group</source>
        <translation>scheldwoord voor een groep</translation>
    </message>
    <message>
        <source>a group should not be here</source>
        <translation>een groep hoort hier niet</translation>
    </message>
    <message>
        <source>homeless, addicted, confused or disabled</source>
        <translation>dakloos, verslaafd, verward of ziek</translation>
    </message>
    <message>
        <source>people from a street or building</source>
        <translation>mensen uit een straat of flat</translation>
    </message>
    <message>
        <source>young people as a group</source>
        <translation>jongeren als groep</translation>
    </message>
    <message>
        <source>gender or orientation</source>
        <translation>geslacht of geaardheid</translation>
    </message>
</context>
<context>
    <name>StoreExchange</name>
    <message>
        <source>The backup was put back.</source>
        <translation>De reservekopie is teruggezet.</translation>
    </message>
    <message>
        <source>What stood there stays as {name}.</source>
        <translation>Wat er stond, blijft bewaard als {name}.</translation>
    </message>
    <message>
        <source>Now make a new recovery sheet, under Settings, Keys: an older one does not open this.</source>
        <translation>Maak nu een nieuw herstelblad, bij Instellingen, Sleutels. Een ouder blad opent dit niet.</translation>
    </message>
</context>
<context>
    <name>StoryList</name>
    <message>
        <source>What was solved</source>
        <translation>Wat is opgelost</translation>
    </message>
    <message>
        <source>What was solved, and told in the group. Share it again: members like to hear that it helps.</source>
        <translation>Dit is opgelost en in de groep verteld. Deel het nog eens: leden horen graag dat melden helpt.</translation>
    </message>
    <message>
        <source>Nothing stands here for this period.</source>
        <translation>In deze periode staat hier niets.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older one(s) not shown. Choose another period.</source>
        <translation>
            <numerusform>%Ln ouder verhaal staat hier niet. Kies een andere periode.</numerusform>
            <numerusform>%Ln oudere verhalen staan hier niet. Kies een andere periode.</numerusform>
        </translation>
    </message>
    <message>
        <source>A question comes here when it is reported back, with a good result.</source>
        <translation>Een vraag komt hier als hij is teruggemeld en goed is afgelopen.</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Delen…</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Share: {what}</source>
        <translation>Delen: {what}</translation>
    </message>
    <message>
        <source>Show question {number}</source>
        <translation>Vraag {number} tonen</translation>
    </message>
    <message>
        <source>told on {day}</source>
        <translation>verteld op {day}</translation>
    </message>
</context>
<context>
    <name>Strictness</name>
    <message>
        <source>strict: also when in doubt</source>
        <translation>streng: ook bij twijfel</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>gewoon</translation>
    </message>
    <message>
        <source>lenient: only when it is clear</source>
        <translation>ruim: alleen als het duidelijk is</translation>
    </message>
</context>
<context>
    <name>StrictnessForm</name>
    <message>
        <source>How sure must the program be before a message of this group asks for your look?</source>
        <translation>Hoe zeker moet het programma zijn voordat een bericht van deze groep uw aandacht vraagt?</translation>
    </message>
    <message>
        <source>Strict: also when in doubt. Lenient: only when it is clear.</source>
        <translation>Streng: ook bij twijfel. Ruim: alleen als het duidelijk is.</translation>
    </message>
    <message>
        <source>How strict: {flag}</source>
        <translation>Hoe streng: {flag}</translation>
    </message>
</context>
<context>
    <name>SummaryForm</name>
    <message>
        <source>The program can tell you once a day how many messages wait. It does so only while it is open behind other windows. It names nobody, and there are no other notifications.</source>
        <translation>Het programma kan u één keer per dag melden hoeveel berichten er wachten. Dat doet het alleen als het open staat achter een ander venster. Er staan geen namen in. Andere meldingen zijn er niet.</translation>
    </message>
    <message>
        <source>&amp;Tell me once a day how much waits</source>
        <translation>&amp;Meld één keer per dag hoeveel er wacht</translation>
    </message>
    <message>
        <source>At what time</source>
        <translation>Hoe laat</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Stille uren</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>In these hours the program tells nothing by itself. The same time twice: no quiet hours.</source>
        <translation>In deze uren meldt het programma niets uit zichzelf. Twee keer dezelfde tijd: geen stille uren.</translation>
    </message>
    <message>
        <source>Time of the daily summary</source>
        <translation>Tijd van de dagelijkse melding</translation>
    </message>
    <message>
        <source>Beginning of the quiet hours</source>
        <translation>Begin van de stille uren</translation>
    </message>
    <message>
        <source>End of the quiet hours</source>
        <translation>Einde van de stille uren</translation>
    </message>
    <message>
        <source>This time lies in your quiet hours, so nothing is told. Choose another time.</source>
        <translation>Deze tijd valt in uw stille uren. Dan komt er geen melding. Kies een andere tijd.</translation>
    </message>
</context>
<context>
    <name>TellingField</name>
    <message>
        <source>with this text, in private</source>
        <translation>met deze tekst, privé</translation>
    </message>
    <message>
        <source>with this text, in the group</source>
        <translation>met deze tekst, in de groep</translation>
    </message>
    <message>
        <source>I told it myself</source>
        <translation>mondeling verteld</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>niet nodig</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>nu niet</translation>
    </message>
    <message>
        <source>How: {who}</source>
        <translation>Hoe: {who}</translation>
    </message>
    <message>
        <source>Text: {who}</source>
        <translation>Tekst: {who}</translation>
    </message>
    <message>
        <source>Put back what you wrote before</source>
        <translation>Zet terug wat u eerder schreef</translation>
    </message>
    <message>
        <source>Put back what you wrote before: {who}</source>
        <translation>Zet terug wat u eerder schreef: {who}</translation>
    </message>
    <message>
        <source>Still to fill in: {blanks}. Tab goes there.</source>
        <translation>Nog invullen: {blanks}. Met Tab gaat u erheen.</translation>
    </message>
</context>
<context>
    <name>TellingHow</name>
    <message>
        <source>in the group</source>
        <translation>in de groep</translation>
    </message>
    <message>
        <source>privately</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>in person or by phone</source>
        <translation>mondeling</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>niet nodig</translation>
    </message>
</context>
<context>
    <name>TellingsPanel</name>
    <message>
        <source>Report back: {what}</source>
        <translation>Terugmelden: {what}</translation>
    </message>
    <message>
        <source>No answer yet: let them know. {what}</source>
        <translation>Nog geen antwoord: laat het weten. {what}</translation>
    </message>
    <message>
        <source>Read each text and change what you like. Nothing is sent before you press the button.</source>
        <translation>Lees elke tekst en verander wat u wilt. Er gaat niets weg voordat u op de knop drukt.</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>gewoon</translation>
    </message>
    <message>
        <source>extra friendly</source>
        <translation>extra vriendelijk</translation>
    </message>
    <message>
        <source>&amp;Send all in 10 seconds</source>
        <translation>Alles &amp;verzenden over 10 seconden</translation>
    </message>
    <message>
        <source>All ready for your pho&amp;ne</source>
        <translation>Alles naar uw &amp;telefoon</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>TermsForm</name>
    <message>
        <source>After so many days it goes by itself. You may choose fewer days, never more.</source>
        <translation>Na zoveel dagen gaat het vanzelf weg. U mag minder dagen kiezen, nooit meer.</translation>
    </message>
    <message>
        <source>What was counted stays: how many messages, of what kind, when.</source>
        <translation>Wat geteld is, blijft: hoeveel berichten, van welke soort, wanneer.</translation>
    </message>
    <message>
        <source>The text of &amp;messages, and everything that repeats it</source>
        <translation>De tekst van beri&amp;chten, en alles wat die herhaalt</translation>
    </message>
    <message>
        <source>A &amp;request to join, after you decided</source>
        <translation>Een &amp;aanmelding, nadat u beslist hebt</translation>
    </message>
    <message>
        <source>Who &amp;left the group</source>
        <translation>Wie &amp;uit de groep is</translation>
    </message>
    <message>
        <source>What was &amp;decided and why, and closed questions</source>
        <translation>Wat er be&amp;slist is en waarom, en afgesloten vragen</translation>
    </message>
    <message>
        <source>The logb&amp;ook, without names and texts</source>
        <translation>Het &amp;logboek, zonder namen en teksten</translation>
    </message>
    <message>
        <source>Days: {what}</source>
        <translation>Dagen: {what}</translation>
    </message>
    <message>
        <source> days</source>
        <translation> dagen</translation>
    </message>
    <message>
        <source>at most {days}</source>
        <translation>hoogstens {days}</translation>
    </message>
    <message>
        <source> day</source>
        <translation> dag</translation>
    </message>
    <message>
        <source>A note goes when it ends. A step of the ladder goes when it counts no more.</source>
        <translation>Een notitie gaat weg als die afloopt. Een stap van de ladder gaat weg als die niet meer telt.</translation>
    </message>
    <message>
        <source>The code by which a refusal is recognised goes after a year, a backup after 30 days.</source>
        <translation>De code waaraan een weigering te herkennen is, gaat na een jaar weg. Een reservekopie na 30 dagen.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>&amp;Terugzetten</translation>
    </message>
    <message>
        <source>Do &amp;not keep it any longer</source>
        <translation>N&amp;iet langer bewaren</translation>
    </message>
    <message>
        <source>Keep for this eval&amp;uation</source>
        <translation>Bewaren &amp;voor deze evaluatie</translation>
    </message>
    <message>
        <source>Another da&amp;y or reason…</source>
        <translation>Een andere &amp;dag of reden…</translation>
    </message>
    <message>
        <source>Keep it longer for an eval&amp;uation…</source>
        <translation>Langer bewaren &amp;voor een evaluatie…</translation>
    </message>
    <message>
        <source>For an evaluation the messages from before {before} stay, up to and with {last}. Reason: {reason}</source>
        <translation>Voor een evaluatie blijven de berichten van vóór {before} staan, tot en met {last}. Reden: {reason}</translation>
    </message>
    <message>
        <source>Do not keep the older messages any longer</source>
        <translation>De oude berichten niet langer bewaren</translation>
    </message>
</context>
<context>
    <name>TermsPart</name>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Groep</translation>
    </message>
    <message>
        <source>Of which group</source>
        <translation>Van welke groep</translation>
    </message>
    <message>
        <source>There is no group yet. Take in an export first.</source>
        <translation>Er is nog geen groep. Lees eerst een export in.</translation>
    </message>
</context>
<context>
    <name>TicksHead</name>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
</context>
<context>
    <name>TimedHead</name>
    <message>
        <source>{head}: by whom</source>
        <translation>{head}: door wie</translation>
    </message>
    <message>
        <source>{head}: after how many minutes</source>
        <translation>{head}: na hoeveel minuten</translation>
    </message>
    <message>
        <source>minutes not known</source>
        <translation>minuten niet bekend</translation>
    </message>
    <message>
        <source> minutes later</source>
        <translation> minuten later</translation>
    </message>
    <message>
        <source> minute later</source>
        <translation> minuut later</translation>
    </message>
    <message>
        <source>by whom is not known</source>
        <translation>door wie is niet bekend</translation>
    </message>
</context>
<context>
    <name>TodoListView</name>
    <message>
        <source>What is to be done on your phone</source>
        <translation>Wat u op uw telefoon doet</translation>
    </message>
</context>
<context>
    <name>TodoPanel</name>
    <message>
        <source>{group} · decided {moment}</source>
        <translation>{group} · besloten op {moment}</translation>
    </message>
    <message>
        <source>About this message</source>
        <translation>Over dit bericht</translation>
    </message>
    <message>
        <source>About this request</source>
        <translation>Over deze aanmelding</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Uw tekst</translation>
    </message>
    <message>
        <source>Open in WhatsApp</source>
        <translation>Open in WhatsApp</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Kopieer de tekst</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>Nog niet klaar</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Niet nodig</translation>
    </message>
    <message>
        <source>You said {moment} that this is done.</source>
        <translation>U zei op {moment} dat dit klaar is.</translation>
    </message>
    <message>
        <source>You opened or copied the text {moment}.</source>
        <translation>U opende of kopieerde de tekst op {moment}.</translation>
    </message>
    <message>
        <source>Not seen yet. You said {moment} that this is done. The message is still there in a later export.</source>
        <translation>Nog niet gezien. U zei op {moment} dat dit klaar is. In een latere export staat het bericht er nog.</translation>
    </message>
    <message>
        <source>Not seen yet. You said {moment} that this is done. A later export does not show this member leaving.</source>
        <translation>Nog niet gezien. U zei op {moment} dat dit klaar is. In een latere export is nog niet te zien dat dit lid weg is.</translation>
    </message>
    <message>
        <source>Not seen yet. You said {moment} that this is done. A later export does not show this person joining.</source>
        <translation>Nog niet gezien. U zei {moment} dat dit klaar is. Een latere export laat niet zien dat deze persoon erbij kwam.</translation>
    </message>
    <message>
        <source>Not seen yet. You said {moment} that this is done. The text is not there in a later export.</source>
        <translation>Nog niet gezien. U zei op {moment} dat dit klaar is. In een latere export staat de tekst niet.</translation>
    </message>
    <message>
        <source>Open the group on your phone. Hold the message down. Choose: delete for everyone.</source>
        <translation>Open de groep op uw telefoon. Houd het bericht ingedrukt. Kies: verwijderen voor iedereen.</translation>
    </message>
    <message>
        <source>Open the group on your phone. Go to the list of members. Take this member out.</source>
        <translation>Open de groep op uw telefoon. Ga naar de lijst met leden. Haal dit lid eruit.</translation>
    </message>
    <message>
        <source>Pass it on as you chose: with the app or the site, by mail or by phone. Copy the text for that.</source>
        <translation>Geef het door zoals u koos: met de app of de site, per mail of met de telefoon. Kopieer daarvoor de tekst.</translation>
    </message>
    <message>
        <source>The number is not known here. Copy the text and paste it in a chat with this person. Or type it over on your phone.</source>
        <translation>Het nummer is hier niet bekend. Kopieer de tekst en plak die in een chat met deze persoon. Of typ de tekst over op uw telefoon.</translation>
    </message>
    <message>
        <source>Copy the text and paste it in WhatsApp on this computer. Or type it over in the group on your phone.</source>
        <translation>Kopieer de tekst en plak hem in WhatsApp op deze computer. Of typ hem over in de groep op uw telefoon.</translation>
    </message>
    <message>
        <source>Open the group on your phone. Look at who asks to join. Admit this person, or add the number.</source>
        <translation>Open de groep op uw telefoon. Kijk wie er wil meedoen. Laat deze persoon toe, of voeg het nummer toe.</translation>
    </message>
    <message>
        <source>Open the group on your phone. Look at who asks to join. Decline this person.</source>
        <translation>Open de groep op uw telefoon. Kijk wie er wil meedoen. Wijs deze persoon af.</translation>
    </message>
    <message>
        <source>WhatsApp opens with the text filled in. You press send there yourself.</source>
        <translation>WhatsApp gaat open met de tekst al ingevuld. U drukt daar zelf op versturen.</translation>
    </message>
    <message>
        <source>Copy the text. Send it to the community officer as you always do.</source>
        <translation>Kopieer de tekst. Stuur hem naar de wijkagent, zoals u dat altijd doet.</translation>
    </message>
    <message>
        <source>Does the next export show that it happened? Then this leaves the list by itself.</source>
        <translation>Ziet het programma in de volgende export dat het gebeurd is? Dan gaat dit vanzelf van de lijst.</translation>
    </message>
    <message>
        <source>No export shows this. Say it here when you have done it.</source>
        <translation>Dit is in geen export te zien. Zeg het hier als u het gedaan hebt.</translation>
    </message>
</context>
<context>
    <name>TodosView</name>
    <message>
        <source>On your phone</source>
        <translation>Op uw telefoon</translation>
    </message>
    <message>
        <source>This program cannot do these things for you. You do them yourself, in WhatsApp or another app.</source>
        <translation>Dit kan het programma niet voor u doen. U doet het zelf, in WhatsApp of een andere app.</translation>
    </message>
    <message>
        <source>Nothing to do on your phone</source>
        <translation>Niets te doen op uw telefoon</translation>
    </message>
    <message>
        <source>When you decide something that has to happen in WhatsApp, it comes here with the text to send.</source>
        <translation>Beslist u iets wat in WhatsApp moet gebeuren? Dan komt het hier te staan, met de tekst erbij.</translation>
    </message>
    <message>
        <source>Noted. With {key} you undo it.</source>
        <translation>Genoteerd. Met {key} maakt u het ongedaan.</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>not told</source>
        <translation>niet verteld</translation>
    </message>
    <message>
        <source>in the group</source>
        <translation>in de groep</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>mondeling</translation>
    </message>
    <message>
        <source>privately</source>
        <translation>privé</translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message>
        <source>With {key} you undo it.</source>
        <translation>Met {key} maakt u het ongedaan.</translation>
    </message>
    <message>
        <source>It is ready. You find it under On your phone, or it is sent after ten seconds.</source>
        <translation>Het staat klaar. U vindt het bij Op uw telefoon, of het wordt na tien seconden verstuurd.</translation>
    </message>
    <message>
        <source>Copied. You can paste it in the chat.</source>
        <translation>Gekopieerd. U kunt het in de chat plakken.</translation>
    </message>
    <message>
        <source>It stays on the clipboard for one minute.</source>
        <translation>Het staat een minuut op het klembord.</translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Veiligebuurt</source>
        <translation>Veiligebuurt</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere app</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Messages that come into view or go out of it</source>
        <translation>Berichten die erbij komen of wegvallen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) looked at</source>
        <translation>
            <numerusform>%Ln bericht bekeken</numerusform>
            <numerusform>%Ln berichten bekeken</numerusform>
        </translation>
    </message>
    <message>
        <source>{looked_at}, since {day}.</source>
        <translation>{looked_at}, vanaf {day}.</translation>
    </message>
    <message numerus="yes">
        <source>The list shows the newest %Ln.</source>
        <translation>
            <numerusform>De lijst toont het nieuwste.</numerusform>
            <numerusform>De lijst toont de nieuwste %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the rules of now, %Ln of them ask(s) for your look;</source>
        <translation>
            <numerusform>Met de regels van nu vraagt %Ln daarvan uw aandacht,</numerusform>
            <numerusform>Met de regels van nu vragen er %Ln uw aandacht,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with these rules, %Ln.</source>
        <translation>
            <numerusform>met deze regels %Ln.</numerusform>
            <numerusform>met deze regels %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comes into view: %Ln.</source>
        <translation>
            <numerusform>Komt erbij: %Ln.</numerusform>
            <numerusform>Komt erbij: %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes out of view: %Ln.</source>
        <translation>
            <numerusform>Valt weg: %Ln.</numerusform>
            <numerusform>Valt weg: %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %Ln of these you acted.</source>
        <translation>
            <numerusform>Met %Ln daarvan deed u iets.</numerusform>
            <numerusform>Met %Ln daarvan deed u iets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these you found all right.</source>
        <translation>
            <numerusform>%Ln daarvan vond u goed.</numerusform>
            <numerusform>%Ln daarvan vond u goed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln you decided nothing yet.</source>
        <translation>
            <numerusform>Over %Ln besliste u nog niets.</numerusform>
            <numerusform>Over %Ln besliste u nog niets.</numerusform>
        </translation>
    </message>
    <message>
        <source>About none of these you decided anything yet.</source>
        <translation>Over geen daarvan besliste u al iets.</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Er is niets om ongedaan te maken.</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>Ongedaan gemaakt: {what}.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Er is niets om opnieuw te doen.</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>Opnieuw gedaan: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln later decision(s) stay(s): that left this computer.</source>
        <translation>
            <numerusform>%Ln latere beslissing blijft: die is al weg van deze computer.</numerusform>
            <numerusform>%Ln latere beslissingen blijven: die zijn al weg van deze computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VaultCodePanel</name>
    <message>
        <source>Check the sheet that you have</source>
        <translation>Uw herstelblad nakijken</translation>
    </message>
    <message>
        <source>Type the whole code. If it is right, this sheet counts and no older one does.</source>
        <translation>Typ de hele code. Klopt die, dan geldt dit blad, en geen ouder blad meer.</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Nakijken</translation>
    </message>
    <message>
        <source>Make another key</source>
        <translation>Nieuwe sleutel maken</translation>
    </message>
    <message>
        <source>That is wise when somebody else may have the old key. First a backup is made. That one and older ones go on to open with the old key.</source>
        <translation>Dat is verstandig als iemand anders de oude sleutel kan hebben. Eerst komt er een reservekopie. Die kopie en oudere kopieën gaan nog met de oude sleutel open.</translation>
    </message>
    <message>
        <source>Type the code of your recovery sheet, then that sheet goes on to count. Or leave it empty: then you make a new sheet after this, and the old one opens nothing but older backups.</source>
        <translation>Typ de code van uw herstelblad, dan blijft dat blad gelden. Of laat de vakjes leeg. Dan maakt u hierna een nieuw blad, en opent het oude alleen nog oudere reservekopieën.</translation>
    </message>
    <message>
        <source>&amp;Make another key</source>
        <translation>Nieuwe &amp;sleutel maken</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>One moment. Do not close the program.</source>
        <translation>Een ogenblik. Sluit het programma niet.</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Het programma is bezig</translation>
    </message>
</context>
<context>
    <name>VaultKeysForm</name>
    <message>
        <source>Your recovery sheet</source>
        <translation>Uw herstelblad</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>De sleutel</translation>
    </message>
    <message>
        <source>To another computer</source>
        <translation>Naar een andere computer</translation>
    </message>
    <message>
        <source>Make a new &amp;sheet…</source>
        <translation>Nieuw hers&amp;telblad maken…</translation>
    </message>
    <message>
        <source>I have a sheet: &amp;check it…</source>
        <translation>Ik heb een bl&amp;ad: nakijken…</translation>
    </message>
    <message>
        <source>Make another &amp;key…</source>
        <translation>Nieuwe &amp;sleutel maken…</translation>
    </message>
    <message>
        <source>&amp;Drop what is not needed any more</source>
        <translation>Ver&amp;geten wat niet meer nodig is</translation>
    </message>
    <message>
        <source>Show the &amp;backups</source>
        <translation>&amp;Reservekopieën bekijken</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older key(s) is/are kept too: older backups open with it/them.</source>
        <translation>
            <numerusform>Er is ook nog %Ln oudere sleutel. Daarmee gaan oudere reservekopieën open.</numerusform>
            <numerusform>Er zijn ook nog %Ln oudere sleutels. Daarmee gaan oudere reservekopieën open.</numerusform>
        </translation>
    </message>
    <message>
        <source>The demo has no sheet: its groups are gone when you close it.</source>
        <translation>De demo heeft geen herstelblad: de groepen zijn weg als u hem sluit.</translation>
    </message>
    <message>
        <source>You have no sheet on paper that opens your groups. If this computer breaks, nobody can open them, not even from a backup.</source>
        <translation>U hebt nog geen blad op papier dat uw groepen opent. Gaat deze computer stuk, dan kan niemand er meer bij. Ook niet met een reservekopie.</translation>
    </message>
    <message>
        <source>You have the sheet with number {number} on paper. It opens your groups when this computer does not.</source>
        <translation>U hebt het blad met nummer {number} op papier. Daarmee opent u uw groepen als deze computer dat niet meer doet.</translation>
    </message>
    <message>
        <source>The demo has a key that nobody keeps.</source>
        <translation>De demo heeft een sleutel die niemand bewaart.</translation>
    </message>
    <message>
        <source>Whoever started the program gave the key along (BEHEER_KEY), and looks after it.</source>
        <translation>De sleutel is bij het starten meegegeven (BEHEER_KEY). Wie dat zo heeft ingesteld, bewaart hem.</translation>
    </message>
    <message>
        <source>No keyring of this computer keeps the key. At each start the code of your sheet is asked.</source>
        <translation>Geen sleutelbos van deze computer bewaart de sleutel. Bij elke start wordt om de code van uw herstelblad gevraagd.</translation>
    </message>
    <message>
        <source>the keyring of this computer</source>
        <translation>de sleutelbos van deze computer</translation>
    </message>
    <message>
        <source>The key stands in {keyring}, and opens with your own account on this computer. It is in no file.</source>
        <translation>De sleutel staat in {keyring}. Die gaat open met uw eigen account op deze computer. Hij staat in geen enkel bestand.</translation>
    </message>
    <message>
        <source>1. Put a backup on a stick: choose the stick under Backups as the second place, and make one.</source>
        <translation>1. Zet een reservekopie op een usb-stick. Kies de stick bij Reservekopieën als tweede plek, en maak er een.</translation>
    </message>
    <message>
        <source>2. Put the stick in the other computer and start the program there. Under Backups, put it back.</source>
        <translation>2. Doe de stick in de andere computer en start daar het programma. Zet de kopie terug bij Reservekopieën.</translation>
    </message>
    <message>
        <source>3. Type the code of your recovery sheet. Make a new one there: the old one is of this computer.</source>
        <translation>3. Typ de code van uw herstelblad. Maak daar dan een nieuw blad: het oude hoort bij deze computer.</translation>
    </message>
</context>
<context>
    <name>VaultKeysLeaf</name>
    <message>
        <source>Recovery sheet {number} counts from now on, and no older one.</source>
        <translation>Herstelblad {number} geldt vanaf nu, en geen ouder blad.</translation>
    </message>
    <message>
        <source>Your groups have another key.</source>
        <translation>Uw groepen hebben een nieuwe sleutel.</translation>
    </message>
    <message>
        <source>Every older key is still needed for a backup.</source>
        <translation>Elke oudere sleutel is nog nodig voor een reservekopie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older key(s) was/were dropped.</source>
        <translation>
            <numerusform>%Ln oudere sleutel is vergeten.</numerusform>
            <numerusform>%Ln oudere sleutels zijn vergeten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>All right</source>
        <translation>Goed zo</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Verbeterd</translation>
    </message>
    <message>
        <source>Private answer</source>
        <translation>Privé antwoord</translation>
    </message>
    <message>
        <source>Answer in the group</source>
        <translation>Antwoord in de groep</translation>
    </message>
    <message>
        <source>Message to be removed</source>
        <translation>Bericht verwijderen</translation>
    </message>
    <message>
        <source>Pointed to the right counter</source>
        <translation>Doorverwezen</translation>
    </message>
    <message>
        <source>Pointed to another group</source>
        <translation>Naar een andere groep verwezen</translation>
    </message>
    <message>
        <source>Asked the community officer</source>
        <translation>Wijkagent gevraagd</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>Talked about it</source>
        <translation>Erover gesproken</translation>
    </message>
    <message>
        <source>Member to be taken out</source>
        <translation>Deelnemer uit de groep</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Toegelaten</translation>
    </message>
    <message>
        <source>Not admitted</source>
        <translation>Niet toegelaten</translation>
    </message>
    <message>
        <source>Asked a question</source>
        <translation>Vraag gesteld</translation>
    </message>
    <message>
        <source>On the waiting list</source>
        <translation>Op de wachtlijst</translation>
    </message>
    <message>
        <source>Pointed to the right group</source>
        <translation>Naar de juiste groep verwezen</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>Aanmelding vervallen</translation>
    </message>
    <message>
        <source>Changed the details of a request</source>
        <translation>Gegevens van een aanmelding aangepast</translation>
    </message>
    <message>
        <source>Somebody&apos;s own data</source>
        <translation>Eigen gegevens van iemand</translation>
    </message>
    <message>
        <source>Rules sent or confirmed</source>
        <translation>Wie de afspraken kreeg of las</translation>
    </message>
    <message>
        <source>Changed what is known of a member</source>
        <translation>Gegevens van een deelnemer gewijzigd</translation>
    </message>
    <message>
        <source>Phone list updated</source>
        <translation>Telefoonlijst bijgewerkt</translation>
    </message>
    <message>
        <source>Settled something that was sent</source>
        <translation>Iets wat verstuurd is, afgehandeld</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ongedaan</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>Instelling gewijzigd</translation>
    </message>
    <message>
        <source>Answer came in</source>
        <translation>Antwoord gekregen</translation>
    </message>
    <message>
        <source>Reported back</source>
        <translation>Teruggemeld</translation>
    </message>
    <message>
        <source>No longer waited for</source>
        <translation>Vervallen</translation>
    </message>
    <message>
        <source>Changed an answer owed</source>
        <translation>Vraag bijgewerkt</translation>
    </message>
    <message>
        <source>Mended a report</source>
        <translation>Melding bijgewerkt</translation>
    </message>
    <message>
        <source>Made a weekly overview</source>
        <translation>Weekoverzicht gemaakt</translation>
    </message>
    <message>
        <source>Forwarded a report</source>
        <translation>Melding doorgegeven</translation>
    </message>
</context>
<context>
    <name>WeekLayout</name>
    <message numerus="yes">
        <source>Your choice still hides %Ln more.</source>
        <translation>
            <numerusform>Uw keuze verbergt er nog %Ln.</numerusform>
            <numerusform>Uw keuze verbergt er nog %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is new comes here when you take in a new export. With {key} you undo your last decision.</source>
        <translation>Wat nieuw is, komt hier als u een nieuwe export inleest. Met {key} maakt u uw laatste besluit ongedaan.</translation>
    </message>
    <message>
        <source>Not all messages have been looked through yet.</source>
        <translation>Nog niet alle berichten zijn bekeken.</translation>
    </message>
    <message>
        <source>What stands out appears here by itself.</source>
        <translation>Wat opvalt, verschijnt hier vanzelf.</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Deze week</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Choose what the list shows</source>
        <translation>Kiezen wat de lijst laat zien</translation>
    </message>
    <message>
        <source>The program is looking through the messages…</source>
        <translation>Het programma kijkt de berichten door…</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Er wacht niets op u.</translation>
    </message>
    <message>
        <source>Nothing in this list waits for you.</source>
        <translation>In deze lijst wacht niets op u.</translation>
    </message>
    <message>
        <source>Waiting for you: {what}</source>
        <translation>Wacht op u: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln join request(s)</source>
        <translation>
            <numerusform>%Ln aanmelding</numerusform>
            <numerusform>%Ln aanmeldingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) owed</source>
        <translation>
            <numerusform>%Ln antwoord</numerusform>
            <numerusform>%Ln antwoorden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln bericht</numerusform>
            <numerusform>%Ln berichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older message(s) stand(s) with Messages.</source>
        <translation>
            <numerusform>%Ln ouder bericht dat opvalt, staat bij Berichten.</numerusform>
            <numerusform>%Ln oudere berichten die opvallen, staan bij Berichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>Bek&amp;ijken</translation>
    </message>
    <message numerus="yes">
        <source>Sh&amp;ow %Ln older</source>
        <translation>
            <numerusform>%Ln oudere bek&amp;ijken</numerusform>
            <numerusform>%Ln oudere bek&amp;ijken</numerusform>
        </translation>
    </message>
    <message>
        <source>You have looked at everything.</source>
        <translation>Alles is bekeken.</translation>
    </message>
    <message>
        <source>You have looked at everything that you chose.</source>
        <translation>U hebt alles bekeken wat u koos.</translation>
    </message>
</context>
<context>
    <name>WelcomeDueBar</name>
    <message>
        <source>Not toda&amp;y</source>
        <translation>Vandaag &amp;niet</translation>
    </message>
    <message numerus="yes">
        <source>{group}: as far as is known, %Ln member(s) did not read the rules yet.</source>
        <translation>
            <numerusform>{group}: voor zover bekend las %Ln lid de afspraken nog niet.</numerusform>
            <numerusform>{group}: voor zover bekend lazen %Ln leden de afspraken nog niet.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remind…</source>
        <translation>He&amp;rinneren…</translation>
    </message>
    <message>
        <source>Remind members of {group}</source>
        <translation>Leden van {group} herinneren</translation>
    </message>
    <message>
        <source>{group}: more often than before: {what}. Tell a rule again?</source>
        <translation>{group}: vaker dan eerst: {what}. Een afspraak opfrissen?</translation>
    </message>
    <message>
        <source>One &amp;rule again…</source>
        <translation>Even op&amp;frissen…</translation>
    </message>
    <message>
        <source>One rule again for {group}</source>
        <translation>Een afspraak opfrissen voor {group}</translation>
    </message>
    <message numerus="yes">
        <source>There is something to do in %Ln other group(s) too.</source>
        <translation>
            <numerusform>Ook in %Ln andere groep is iets te doen.</numerusform>
            <numerusform>Ook in %Ln andere groepen is iets te doen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomeLeaves</name>
    <message>
        <source>Rules</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Who read them</source>
        <translation>Gelezen</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kaarten</translation>
    </message>
    <message>
        <source>Texts for one person</source>
        <translation>Teksten voor één persoon</translation>
    </message>
    <message>
        <source>First meeting</source>
        <translation>Startbijeenkomst</translation>
    </message>
</context>
<context>
    <name>WelcomePreview</name>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>3 messages</source>
        <translation>3 berichten</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Flyer</source>
        <translation>Flyer</translation>
    </message>
    <message>
        <source>How members read it</source>
        <translation>Zo lezen leden het</translation>
    </message>
    <message>
        <source>Preview: {form}</source>
        <translation>Voorbeeld: {form}</translation>
    </message>
    <message>
        <source>Make rea&amp;dy for the group</source>
        <translation>Klaarzetten voor &amp;de groep</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>Bewaar &amp;als…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s); a message stays under {most}.</source>
        <translation>
            <numerusform>%Ln teken; een bericht blijft onder {most}.</numerusform>
            <numerusform>%Ln tekens; een bericht blijft onder {most}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture is being made.</source>
        <translation>Het plaatje wordt gemaakt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) did not fit:</source>
        <translation>
            <numerusform>%Ln regel paste niet:</numerusform>
            <numerusform>%Ln regels pasten niet:</numerusform>
        </translation>
    </message>
    <message>
        <source>On paper these signs cannot be shown: {signs}</source>
        <translation>Deze tekens kunnen niet op papier: {signs}</translation>
    </message>
</context>
<context>
    <name>WelcomeSettingsForm</name>
    <message>
        <source>What this group fills in</source>
        <translation>Wat deze groep zelf invult</translation>
    </message>
    <message>
        <source>The rules follow what stands here. Leave a field empty when you do not know it.</source>
        <translation>De afspraken volgen wat hier staat. Laat een vak leeg als u het niet weet.</translation>
    </message>
    <message>
        <source>Ph&amp;otos of people</source>
        <translation>&amp;Foto’s van mensen</translation>
    </message>
    <message>
        <source>Longest talk about one &amp;report</source>
        <translation>Langste gesprek over een &amp;melding</translation>
    </message>
    <message>
        <source>&amp;Invitation link of this group</source>
        <translation>U&amp;itnodiging voor deze groep</translation>
    </message>
    <message>
        <source>Link to the sister &amp;group</source>
        <translation>Link naar de &amp;zustergroep</translation>
    </message>
    <message>
        <source>App of the &amp;municipality</source>
        <translation>A&amp;pp van de gemeente</translation>
    </message>
    <message>
        <source>Languages in this group</source>
        <translation>Talen in deze groep</translation>
    </message>
    <message>
        <source>never in the group</source>
        <translation>nooit in de groep</translation>
    </message>
    <message>
        <source>only if it is really needed</source>
        <translation>alleen als het echt moet</translation>
    </message>
    <message>
        <source>only for the police</source>
        <translation>alleen voor de politie</translation>
    </message>
    <message>
        <source>as usual for this kind of group</source>
        <translation>zoals bij dit soort groep</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minuten</translation>
    </message>
    <message>
        <source> minute</source>
        <translation> minuut</translation>
    </message>
    <message>
        <source>becomes the code to scan on the flyer</source>
        <translation>wordt de code op de flyer</translation>
    </message>
    <message>
        <source>where members may join the other group</source>
        <translation>hier komen leden in de andere groep</translation>
    </message>
    <message>
        <source>as its counters say</source>
        <translation>zoals bij de gemeente staat</translation>
    </message>
    <message>
        <source>Language in this group: {language}</source>
        <translation>Taal in deze groep: {language}</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Bewa&amp;ren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sl&amp;uiten</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>What members are asked to read</source>
        <translation>Wat leden te lezen krijgen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Their language</source>
        <translation>Taal van de leden</translation>
    </message>
    <message>
        <source>For which group</source>
        <translation>Voor welke groep</translation>
    </message>
    <message>
        <source>In which language members read it</source>
        <translation>In welke taal leden het lezen</translation>
    </message>
    <message>
        <source>There is no group yet. Take in an export of a chat first.</source>
        <translation>Er is nog geen groep. Lees eerst een export van een chat in.</translation>
    </message>
    <message>
        <source>&amp;Take in an export</source>
        <translation>&amp;Lees een export in</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
</context>
<context>
    <name>WelcomeWords</name>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} van {whole}</translation>
    </message>
    <message>
        <source>{part} of {whole} members ({percent}%)</source>
        <translation>{part} van {whole} leden ({percent}%)</translation>
    </message>
    <message>
        <source>urgent messages without 112 in them</source>
        <translation>spoed zonder 112 erbij</translation>
    </message>
    <message>
        <source>More often than before: {what}. In the last three months {now} times, in the three before that: {before}.</source>
        <translation>Vaker dan eerst: {what}. In de laatste drie maanden {now} keer, in de drie maanden ervoor: {before}.</translation>
    </message>
</context>
<context>
    <name>WhoIsInLeaf</name>
    <message>
        <source>Members may ask who reads along. This text tells them.</source>
        <translation>Leden mogen weten wie meeleest. Deze tekst vertelt het.</translation>
    </message>
    <message>
        <source>It counts members and names none of them.</source>
        <translation>Gewone leden worden geteld, niet genoemd.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Beheerders</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Taal van de tekst</translation>
    </message>
    <message>
        <source>How administrators are named</source>
        <translation>Hoe beheerders worden genoemd</translation>
    </message>
    <message>
        <source>The text for the group</source>
        <translation>De tekst voor de groep</translation>
    </message>
    <message>
        <source>You may change the text. Nothing is sent before you say so.</source>
        <translation>U mag de tekst veranderen. Er gaat niets weg voordat u dat zegt.</translation>
    </message>
    <message>
        <source>by first name</source>
        <translation>met de voornaam</translation>
    </message>
    <message>
        <source>by full name</source>
        <translation>met de hele naam</translation>
    </message>
    <message>
        <source>not by name</source>
        <translation>niet met naam</translation>
    </message>
    <message>
        <source>Make &amp;ready for the group</source>
        <translation>Klaar&amp;zetten voor de groep</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>Put the text &amp;back</source>
        <translation>Tekst te&amp;rugzetten</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
    <message>
        <source>Choose a step to see its words in the message. The program advises, you decide.</source>
        <translation>Kies een stap en zie de woorden ervan in het bericht. Het programma geeft advies, u beslist.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>Steps of the reasoning</source>
        <translation>Stappen van de redenering</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>How many messages were looked at</source>
        <translation>Hoeveel berichten bekeken zijn</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Ga verder</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Go on looking at messages</source>
        <translation>Ga verder met berichten bekijken</translation>
    </message>
    <message>
        <source>Stop looking at messages</source>
        <translation>Stop met berichten bekijken</translation>
    </message>
    <message>
        <source>{done} of {total} messages looked at, newest first</source>
        <translation>{done} van {total} berichten bekeken, nieuwste eerst</translation>
    </message>
    <message>
        <source>Stopped: {done} of {total} messages looked at, the others wait</source>
        <translation>Gestopt: {done} van {total} berichten bekeken, de andere wachten</translation>
    </message>
    <message>
        <source>Stopped: some messages wait to be looked at</source>
        <translation>Gestopt: er wachten nog berichten</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>From which year are these messages?</source>
        <translation>Uit welk jaar zijn deze berichten?</translation>
    </message>
    <message>
        <source>The copied text has days and months but no year. Give the year of the last message.</source>
        <translation>In de gekopieerde tekst staan dagen en maanden, maar geen jaar. Geef het jaar van het laatste bericht.</translation>
    </message>
    <message>
        <source>Year of the last message</source>
        <translation>Jaar van het laatste bericht</translation>
    </message>
    <message>
        <source>A year of a group, in words to give back to its members.</source>
        <translation>Een jaar van een groep in woorden, om aan de leden terug te geven.</translation>
    </message>
    <message>
        <source>There is no group yet.</source>
        <translation>Er is nog geen groep.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Taal van de tekst</translation>
    </message>
</context>
<context>
    <name>_LedgerDelegate</name>
    <message>
        <source>overview due</source>
        <translation>overzicht maken</translation>
    </message>
</context>
<context>
    <name>_MemberField</name>
    <message>
        <source>Text for {name}</source>
        <translation>Tekst voor {name}</translation>
    </message>
    <message>
        <source>Left out, as it did not fit in one message: {rules}</source>
        <translation>Weggelaten, want het paste niet in één bericht: {rules}</translation>
    </message>
</context>
<context>
    <name>_ResultWords</name>
    <message numerus="yes">
        <source>%Ln message(s) read</source>
        <translation>
            <numerusform>%Ln bericht gelezen</numerusform>
            <numerusform>%Ln berichten gelezen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>niets nieuws</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nieuw</numerusform>
            <numerusform>%Ln nieuw</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln veranderd</numerusform>
            <numerusform>%Ln veranderd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) for your phone: done as this export shows, and off your list.</source>
        <translation>
            <numerusform>%Ln klus op uw telefoon: gedaan volgens deze export, en van uw lijst.</numerusform>
            <numerusform>%Ln klussen op uw telefoon: gedaan volgens deze export, en van uw lijst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) for your phone: not to be seen yet in this export, and on your list again.</source>
        <translation>
            <numerusform>%Ln klus op uw telefoon: nog niet te zien in deze export, en weer op uw lijst.</numerusform>
            <numerusform>%Ln klussen op uw telefoon: nog niet te zien in deze export, en weer op uw lijst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_RuleDelegate</name>
    <message>
        <source>Words of the rule</source>
        <translation>Tekst van de regel</translation>
    </message>
</context>
<context>
    <name>_Setter</name>
    <message numerus="yes">
        <source>… %Ln message(s) in between …</source>
        <translation>
            <numerusform>… %Ln bericht ertussen …</numerusform>
            <numerusform>… %Ln berichten ertussen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>… Show more (Enter)</source>
        <translation>… Toon meer (Enter)</translation>
    </message>
    <message>
        <source>Attachment: {name}</source>
        <translation>Bijlage: {name}</translation>
    </message>
    <message>
        <source>Deleted later</source>
        <translation>Later verwijderd</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bewerkt</translation>
    </message>
    <message>
        <source>First it said: {text}</source>
        <translation>Eerst stond er: {text}</translation>
    </message>
    <message>
        <source>This may be text pasted from another chat, and not by this writer</source>
        <translation>Dit kan geplakte tekst uit een andere chat zijn, en niet van deze schrijver</translation>
    </message>
</context>
</TS>
