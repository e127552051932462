<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AlikeView</name>
    <message numerus="yes">
        <source>%Ln message(s) with the same text</source>
        <translation>
            <numerusform>%Ln message with the same text</numerusform>
            <numerusform>%Ln messages with the same text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) by {name}</source>
        <translation>
            <numerusform>%Ln message by {name}</numerusform>
            <numerusform>%Ln messages by {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) to {name}</source>
        <translation>
            <numerusform>%Ln question to {name}</numerusform>
            <numerusform>%Ln questions to {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln join request(s) within an hour</source>
        <translation>
            <numerusform>%Ln join request within an hour</numerusform>
            <numerusform>%Ln join requests within an hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AllGroups</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you choose here counts for all %Ln group(s), also in the archive.</source>
        <translation>
            <numerusform>What you choose here counts for all %Ln groups, also in the archive.</numerusform>
            <numerusform>What you choose here counts for all %Ln groups, also in the archive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This changes %Ln of the {all} groups.</source>
        <translation>
            <numerusform>This changes %Ln of the {all} groups.</numerusform>
            <numerusform>This changes %Ln of the {all} groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) keep(s) something shorter now: {names}. There it becomes longer.</source>
        <translation>
            <numerusform>%Ln group keeps something shorter now: {names}. There it becomes longer.</numerusform>
            <numerusform>%Ln groups keep something shorter now: {names}. There it becomes longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) keep(s) something shorter now: {names}. There it stays so.</source>
        <translation>
            <numerusform>%Ln group keeps something shorter already: {names}. There it stays so.</numerusform>
            <numerusform>%Ln groups keep something shorter already: {names}. There it stays so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerIntake</name>
    <message numerus="yes">
        <source>%Ln answer(s) written down. With {key} you undo it.</source>
        <translation>
            <numerusform>%Ln answer written down. With {key} you undo it.</numerusform>
            <numerusform>%Ln answers written down. With {key} you undo it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message numerus="yes">
        <source>Counts as a step for %n day(s): {step}</source>
        <translation>
            <numerusform>Counts as a step for %n day: {step}</numerusform>
            <numerusform>Counts as a step for %n days: {step}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AreaForm</name>
    <message numerus="yes">
        <source>And %n other group(s).</source>
        <translation>
            <numerusform>And %n other group.</numerusform>
            <numerusform>And %n other groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n street(s)</source>
        <translation>
            <numerusform>%n street</numerusform>
            <numerusform>%n streets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with postcodes</source>
        <translation>
            <numerusform>%n line with postcodes</numerusform>
            <numerusform>%n lines with postcodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood. Change or remove them first.</source>
        <translation>
            <numerusform>%n line was not understood. Change or remove it first.</numerusform>
            <numerusform>%n lines were not understood. Change or remove them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskedDueBar</name>
    <message numerus="yes">
        <source>%Ln question(s) about somebody&apos;s own data: answer before {day}.</source>
        <translation>
            <numerusform>%Ln question about somebody&apos;s own data: answer before {day}.</numerusform>
            <numerusform>%Ln questions about somebody&apos;s own data: answer before {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DailySummary</name>
    <message numerus="yes">
        <source>%Ln thing(s) wait for you.</source>
        <translation>
            <numerusform>%Ln thing waits for you.</numerusform>
            <numerusform>%Ln things wait for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them ask(s) for attention now.</source>
        <translation>
            <numerusform>%Ln of them asks for attention now.</numerusform>
            <numerusform>%Ln of them ask for attention now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to do on your phone.</source>
        <translation>
            <numerusform>%Ln thing to do on your phone.</numerusform>
            <numerusform>%Ln things to do on your phone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln overview(s) can go to a professional.</source>
        <translation>
            <numerusform>%Ln overview can go to a professional.</numerusform>
            <numerusform>%Ln overviews can go to professionals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) did not say yet that they read the rules.</source>
        <translation>
            <numerusform>%Ln member did not say yet that they read the rules.</numerusform>
            <numerusform>%Ln members did not say yet that they read the rules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) may be told a rule again.</source>
        <translation>
            <numerusform>%Ln group may be told a rule again.</numerusform>
            <numerusform>%Ln groups may be told a rule again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) of somebody about his own data.</source>
        <translation>
            <numerusform>%Ln question of somebody about his own data.</numerusform>
            <numerusform>%Ln questions of people about their own data.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message numerus="yes">
        <source>Decided about %Ln together. With {key} you undo it.</source>
        <translation>
            <numerusform>Decided about %Ln together. With {key} you undo it.</numerusform>
            <numerusform>Decided about %Ln together. With {key} you undo it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigestPanel</name>
    <message numerus="yes">
        <source>%Ln question(s) in it.</source>
        <translation>
            <numerusform>%Ln question in it.</numerusform>
            <numerusform>%Ln questions in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more did not fit on one page.</source>
        <translation>
            <numerusform>%Ln more did not fit on one page.</numerusform>
            <numerusform>%Ln more did not fit on one page.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueBar</name>
    <message numerus="yes">
        <source>%Ln professional(s) may get an overview.</source>
        <translation>
            <numerusform>%Ln professional may get an overview.</numerusform>
            <numerusform>%Ln professionals may get an overview.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuePart</name>
    <message numerus="yes">
        <source>Looked for %Ln of the texts in the whole file: found 0 times.</source>
        <translation>
            <numerusform>Looked for %Ln of the texts in the whole file: found 0 times.</numerusform>
            <numerusform>Looked for %Ln of the texts in the whole file: found 0 times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueView</name>
    <message numerus="yes">
        <source>The oldest is of {day}.</source>
        <translation>
            <numerusform>It is of {day}.</numerusform>
            <numerusform>The oldest is of {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these messages still wait(s) for your decision. Look at them first.</source>
        <translation>
            <numerusform>%Ln of these messages still waits for your decision. Look at it first.</numerusform>
            <numerusform>%Ln of these messages still wait for your decision. Look at them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresModel</name>
    <message numerus="yes">
        <source>%Ln not known</source>
        <translation>
            <numerusform>%Ln not known</numerusform>
            <numerusform>%Ln not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message numerus="yes">
        <source>%Ln question(s) opened.</source>
        <translation>
            <numerusform>%Ln question opened.</numerusform>
            <numerusform>%Ln questions opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln urgent report(s).</source>
        <translation>
            <numerusform>%Ln urgent report.</numerusform>
            <numerusform>%Ln urgent reports.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln hidden</numerusform>
            <numerusform>%Ln hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You do not see everything: your choice hides %Ln.</source>
        <translation>
            <numerusform>You do not see everything: your choice hides %Ln.</numerusform>
            <numerusform>You do not see everything: your choice hides %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them ask(s) for attention now.</source>
        <translation>
            <numerusform>%Ln of them asks for attention now.</numerusform>
            <numerusform>%Ln of them ask for attention now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message numerus="yes">
        <source>%Ln in the list.</source>
        <translation>
            <numerusform>%Ln in the list.</numerusform>
            <numerusform>%Ln in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden.</source>
        <translation>
            <numerusform>%Ln hidden.</numerusform>
            <numerusform>%Ln hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FunnelView</name>
    <message numerus="yes">
        <source>On the list: %n name(s)</source>
        <translation>
            <numerusform>On the list: %n name</numerusform>
            <numerusform>On the list: %n names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupFilterView</name>
    <message numerus="yes">
        <source>Ar&amp;chive (%Ln)</source>
        <translation>
            <numerusform>Ar&amp;chive (%Ln)</numerusform>
            <numerusform>Ar&amp;chive (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupForm</name>
    <message numerus="yes">
        <source>What you taught: %Ln</source>
        <translation>
            <numerusform>What you taught: %Ln</numerusform>
            <numerusform>What you taught: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupTableView</name>
    <message numerus="yes">
        <source>%Ln of {all} groups</source>
        <translation>
            <numerusform>%Ln of {all} groups</numerusform>
            <numerusform>%Ln of {all} groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreviewView</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln author</numerusform>
            <numerusform>%Ln authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) jump back in time, as text copied from another chat does. They may not be by the person named.</source>
        <translation>
            <numerusform>%Ln message jumps back in time, as text copied from another chat does. It may not be by the person named.</numerusform>
            <numerusform>%Ln messages jump back in time, as text copied from another chat does. They may not be by the person named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln very long line(s) will be shortened.</source>
        <translation>
            <numerusform>%Ln very long line will be shortened.</numerusform>
            <numerusform>%Ln very long lines will be shortened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) cannot be read and become �.</source>
        <translation>
            <numerusform>%Ln character cannot be read and becomes �.</numerusform>
            <numerusform>%Ln characters cannot be read and become �.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) without date or text are left out.</source>
        <translation>
            <numerusform>%Ln entry without date or text is left out.</numerusform>
            <numerusform>%Ln entries without date or text are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportProgressView</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemTop</name>
    <message numerus="yes">
        <source>%Ln like this</source>
        <translation>
            <numerusform>%Ln like this</numerusform>
            <numerusform>%Ln like this</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoiningLeaf</name>
    <message numerus="yes">
        <source>%Ln request(s) wait for you.</source>
        <translation>
            <numerusform>%Ln request waits for you.</numerusform>
            <numerusform>%Ln requests wait for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them too long.</source>
        <translation>
            <numerusform>%Ln of them too long.</numerusform>
            <numerusform>%Ln of them too long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You wait for an answer of %Ln.</source>
        <translation>
            <numerusform>You wait for an answer of %Ln applicant.</numerusform>
            <numerusform>You wait for an answer of %Ln applicants.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the waiting list.</source>
        <translation>
            <numerusform>%Ln on the waiting list.</numerusform>
            <numerusform>%Ln on the waiting list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LapseChoice</name>
    <message numerus="yes">
        <source>Why does nobody wait for these %Ln answers any more?</source>
        <translation>
            <numerusform>Why does nobody wait for this answer any more?</numerusform>
            <numerusform>Why does nobody wait for these %Ln answers any more?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerSheet</name>
    <message numerus="yes">
        <source>{how}, with %Ln question(s)</source>
        <translation>
            <numerusform>{how}, with %Ln question</numerusform>
            <numerusform>{how}, with %Ln questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonsModel</name>
    <message numerus="yes">
        <source>%Ln time(s) all right: {what}</source>
        <translation>
            <numerusform>%Ln time all right: {what}</numerusform>
            <numerusform>%Ln times all right: {what}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonsView</name>
    <message numerus="yes">
        <source>You taught %Ln thing(s), the last one first. That counts in this group alone.</source>
        <translation>
            <numerusform>You taught %Ln thing. That counts in this group alone.</numerusform>
            <numerusform>You taught %Ln things, the last one first. That counts in this group alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineTop</name>
    <message numerus="yes">
        <source>%Ln more owed by the same</source>
        <translation>
            <numerusform>%Ln more owed by the same</numerusform>
            <numerusform>%Ln more owed by the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinesLayout</name>
    <message numerus="yes">
        <source>Recognised in the chats: %Ln</source>
        <translation>
            <numerusform>Recognised in the chats: %Ln</numerusform>
            <numerusform>Recognised in the chats: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln from before.</source>
        <translation>
            <numerusform>And %Ln from before.</numerusform>
            <numerusform>And %Ln from before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockView</name>
    <message numerus="yes">
        <source>A wrong code was typed a few times. Wait %Ln more second(s).</source>
        <translation>
            <numerusform>A wrong code was typed a few times. Wait %Ln more second.</numerusform>
            <numerusform>A wrong code was typed a few times. Wait %Ln more seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogSheet</name>
    <message numerus="yes">
        <source>Together with %Ln other(s)</source>
        <translation>
            <numerusform>Together with %Ln other</numerusform>
            <numerusform>Together with %Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogbookLayout</name>
    <message numerus="yes">
        <source>%Ln decision(s), the last on top</source>
        <translation>
            <numerusform>%Ln decision</numerusform>
            <numerusform>%Ln decisions, the last on top</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogbookView</name>
    <message numerus="yes">
        <source>%Ln decision(s) undone.</source>
        <translation>
            <numerusform>%Ln decision undone.</numerusform>
            <numerusform>%Ln decisions undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) were saved.</source>
        <translation>
            <numerusform>%Ln decision was saved.</numerusform>
            <numerusform>%Ln decisions were saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersLeaf</name>
    <message numerus="yes">
        <source>%Ln new member(s).</source>
        <translation>
            <numerusform>%Ln new member.</numerusform>
            <numerusform>%Ln new members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) filled in.</source>
        <translation>
            <numerusform>%Ln member filled in.</numerusform>
            <numerusform>%Ln members filled in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) stayed: they wrote after the day of leaving.</source>
        <translation>
            <numerusform>%Ln member stayed: he wrote after the day of leaving.</numerusform>
            <numerusform>%Ln members stayed: they wrote after the day of leaving.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) were saved.</source>
        <translation>
            <numerusform>%Ln member was saved.</numerusform>
            <numerusform>%Ln members were saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagesView</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OlderHistoryView</name>
    <message numerus="yes">
        <source>This export holds %Ln message(s) of long ago</source>
        <translation>
            <numerusform>This export holds %Ln message of long ago</numerusform>
            <numerusform>This export holds %Ln messages of long ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest is of {day}.</source>
        <translation>
            <numerusform>It is of {day}.</numerusform>
            <numerusform>The oldest is of {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What do you want with these older message(s)?</source>
        <translation>
            <numerusform>What do you want with this older message?</numerusform>
            <numerusform>What do you want with these older messages?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This group keeps the texts of messages for %Ln day(s).</source>
        <translation>
            <numerusform>This group keeps the texts of messages for %Ln day.</numerusform>
            <numerusform>This group keeps the texts of messages for %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnRuleForm</name>
    <message numerus="yes">
        <source>%Ln character(s), at most {most}</source>
        <translation>
            <numerusform>%Ln character, at most {most}</numerusform>
            <numerusform>%Ln characters, at most {most}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersForm</name>
    <message numerus="yes">
        <source>%Ln place(s) between [brackets] are yours to fill in, by pen or in the text file.</source>
        <translation>
            <numerusform>%Ln place between [brackets] is yours to fill in, by pen or in the text file.</numerusform>
            <numerusform>%Ln places between [brackets] are yours to fill in, by pen or in the text file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleLayout</name>
    <message numerus="yes">
        <source>%Ln member(s), by name</source>
        <translation>
            <numerusform>%Ln member, by name</numerusform>
            <numerusform>%Ln members, by name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message numerus="yes">
        <source>%Ln message(s) in this group</source>
        <translation>
            <numerusform>%Ln message in this group</numerusform>
            <numerusform>%Ln messages in this group</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivateTextForm</name>
    <message numerus="yes">
        <source>%Ln blank(s) to fill in.</source>
        <translation>
            <numerusform>%Ln blank to fill in.</numerusform>
            <numerusform>%Ln blanks to fill in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfessionalsLeaf</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %Ln day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProspectsView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsView</name>
    <message numerus="yes">
        <source>&amp;Go on: these %Ln are one person</source>
        <translation>
            <numerusform>&amp;Go on with this %Ln person</numerusform>
            <numerusform>&amp;Go on: these %Ln are one person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadLeaf</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadabilityPanel</name>
    <message numerus="yes">
        <source>And %n more sentence(s).</source>
        <translation>
            <numerusform>And %n more sentence.</numerusform>
            <numerusform>And %n more sentences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusalChoice</name>
    <message numerus="yes">
        <source>Why are these %Ln not admitted?</source>
        <translation>
            <numerusform>Why is this person not admitted?</numerusform>
            <numerusform>Why are these %Ln people not admitted?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindingPanel</name>
    <message numerus="yes">
        <source>Remind %Ln member(s), in private</source>
        <translation>
            <numerusform>Remind %Ln member, in private</numerusform>
            <numerusform>Remind %Ln members, in private</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rules to %Ln member(s), in private</source>
        <translation>
            <numerusform>The rules to %Ln member, in private</numerusform>
            <numerusform>The rules to %Ln members, in private</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more come(s) after these.</source>
        <translation>
            <numerusform>%Ln more comes after these.</numerusform>
            <numerusform>%Ln more come after these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportActing</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message numerus="yes">
        <source>Set %Ln apart</source>
        <translation>
            <numerusform>Set %Ln apart</numerusform>
            <numerusform>Set %Ln apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportListView</name>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>%Ln report</numerusform>
            <numerusform>%Ln reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportStrip</name>
    <message numerus="yes">
        <source>Report: %Ln message(s)</source>
        <translation>
            <numerusform>Report: %Ln message</numerusform>
            <numerusform>Report: %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message numerus="yes">
        <source>waits %Ln day(s)</source>
        <translation>
            <numerusform>waits %Ln day</numerusform>
            <numerusform>waits %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longer than %Ln day(s)</source>
        <translation>
            <numerusform>longer than %Ln day</numerusform>
            <numerusform>longer than %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestIntake</name>
    <message numerus="yes">
        <source>%Ln new request(s).</source>
        <translation>
            <numerusform>%Ln new request.</numerusform>
            <numerusform>%Ln new requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already.</source>
        <translation>
            <numerusform>%Ln known already.</numerusform>
            <numerusform>%Ln known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read:</source>
        <translation>
            <numerusform>%Ln could not be read:</numerusform>
            <numerusform>%Ln could not be read:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsLayout</name>
    <message numerus="yes">
        <source>{groups} and %Ln more</source>
        <translation>
            <numerusform>{groups} and %Ln more</numerusform>
            <numerusform>{groups} and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln from before.</source>
        <translation>
            <numerusform>And %Ln from before.</numerusform>
            <numerusform>And %Ln from before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more, after these.</source>
        <translation>
            <numerusform>And %Ln more, after these.</numerusform>
            <numerusform>And %Ln more, after these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RightsCopy</name>
    <message numerus="yes">
        <source>What is about others was taken out in %Ln place(s).</source>
        <translation>
            <numerusform>What is about others was taken out in %Ln place.</numerusform>
            <numerusform>What is about others was taken out in %Ln places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more, which stand in the file.</source>
        <translation>
            <numerusform>And %Ln more, which stands in the file.</numerusform>
            <numerusform>And %Ln more, which stand in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RightsErase</name>
    <message numerus="yes">
        <source>In %Ln place(s) others name this person. There it becomes [iemand].</source>
        <translation>
            <numerusform>In %Ln place others name this person. There it becomes [iemand].</numerusform>
            <numerusform>In %Ln places others name this person. There it becomes [iemand].</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older backup(s) still hold this person, for 30 days at most.</source>
        <translation>
            <numerusform>%Ln older backup still holds this person, for 30 days at most.</numerusform>
            <numerusform>%Ln older backups still hold this person, for 30 days at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln more. They stand with Messages: search the name there.</source>
        <translation>
            <numerusform>There is %Ln more. It stands with Messages: search the name there.</numerusform>
            <numerusform>There are %Ln more. They stand with Messages: search the name there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RightsErased</name>
    <message numerus="yes">
        <source>In %Ln place(s) the name became [iemand].</source>
        <translation>
            <numerusform>In %Ln place the name became [iemand].</numerusform>
            <numerusform>In %Ln places the name became [iemand].</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The full name or number still stands in %Ln place(s). Somebody else may have it too.</source>
        <translation>
            <numerusform>The full name or number still stands in %Ln place. Somebody else may have it too.</numerusform>
            <numerusform>The full name or number still stands in %Ln places. Somebody else may have it too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A first name alone is left in %Ln place(s).</source>
        <translation>
            <numerusform>A first name alone is left in %Ln place.</numerusform>
            <numerusform>A first name alone is left in %Ln places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RollLayout</name>
    <message numerus="yes">
        <source>%Ln member(s), by name</source>
        <translation>
            <numerusform>%Ln member, by name</numerusform>
            <numerusform>%Ln members, by name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleLabView</name>
    <message numerus="yes">
        <source>the last %Ln month(s)</source>
        <translation>
            <numerusform>the last month</numerusform>
            <numerusform>the last %Ln months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingBar</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingLine</name>
    <message numerus="yes">
        <source>Goes out in %n second(s).</source>
        <translation>
            <numerusform>Goes out in %n second.</numerusform>
            <numerusform>Goes out in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in {file}. Look whether every line has the right column.</source>
        <translation>
            <numerusform>%Ln row in {file}. Look whether every line has the right column.</numerusform>
            <numerusform>%Ln rows in {file}. Look whether every line has the right column.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take over %Ln row(s)</source>
        <translation>
            <numerusform>&amp;Take over %Ln row</numerusform>
            <numerusform>&amp;Take over %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can be taken over.</source>
        <translation>
            <numerusform>%Ln row can be taken over.</numerusform>
            <numerusform>%Ln rows can be taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot. Put them right in your own file and choose it again.</source>
        <translation>
            <numerusform>%Ln row cannot. Put it right in your own file and choose it again.</numerusform>
            <numerusform>%Ln rows cannot. Put them right in your own file and choose it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartLeaf</name>
    <message numerus="yes">
        <source>%n name(s) put on the list.</source>
        <translation>
            <numerusform>%n name put on the list.</numerusform>
            <numerusform>%n names put on the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stood on it already.</source>
        <translation>
            <numerusform>%n stood on it already.</numerusform>
            <numerusform>%n stood on it already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message numerus="yes">
        <source>Look at %Ln export(s) from yo&amp;ur folder</source>
        <translation>
            <numerusform>Look at %Ln export from yo&amp;ur folder</numerusform>
            <numerusform>Look at %Ln exports from yo&amp;ur folder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryList</name>
    <message numerus="yes">
        <source>%Ln older one(s) not shown. Choose another period.</source>
        <translation>
            <numerusform>%Ln older one not shown. Choose another period.</numerusform>
            <numerusform>%Ln older ones not shown. Choose another period.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message numerus="yes">
        <source>%Ln message(s) looked at</source>
        <translation>
            <numerusform>%Ln message looked at</numerusform>
            <numerusform>%Ln messages looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list shows the newest %Ln.</source>
        <translation>
            <numerusform>The list shows the newest.</numerusform>
            <numerusform>The list shows the newest %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the rules of now, %Ln of them ask(s) for your look;</source>
        <translation>
            <numerusform>With the rules of now, %Ln of them asks for your look;</numerusform>
            <numerusform>With the rules of now, %Ln of them ask for your look;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with these rules, %Ln.</source>
        <translation>
            <numerusform>with these rules, %Ln.</numerusform>
            <numerusform>with these rules, %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comes into view: %Ln.</source>
        <translation>
            <numerusform>Comes into view: %Ln.</numerusform>
            <numerusform>Come into view: %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes out of view: %Ln.</source>
        <translation>
            <numerusform>Goes out of view: %Ln.</numerusform>
            <numerusform>Go out of view: %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %Ln of these you acted.</source>
        <translation>
            <numerusform>On %Ln of these you acted.</numerusform>
            <numerusform>On %Ln of these you acted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these you found all right.</source>
        <translation>
            <numerusform>%Ln of these you found all right.</numerusform>
            <numerusform>%Ln of these you found all right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln you decided nothing yet.</source>
        <translation>
            <numerusform>About %Ln you decided nothing yet.</numerusform>
            <numerusform>About %Ln you decided nothing yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message numerus="yes">
        <source>%Ln later decision(s) stay(s): that left this computer.</source>
        <translation>
            <numerusform>%Ln later decision stays: it left this computer.</numerusform>
            <numerusform>%Ln later decisions stay: they left this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VaultKeysForm</name>
    <message numerus="yes">
        <source>%Ln older key(s) is/are kept too: older backups open with it/them.</source>
        <translation>
            <numerusform>%Ln older key is kept too: older backups open with it.</numerusform>
            <numerusform>%Ln older keys are kept too: older backups open with them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VaultKeysLeaf</name>
    <message numerus="yes">
        <source>%Ln older key(s) was/were dropped.</source>
        <translation>
            <numerusform>%Ln older key was dropped.</numerusform>
            <numerusform>%Ln older keys were dropped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekLayout</name>
    <message numerus="yes">
        <source>Your choice still hides %Ln more.</source>
        <translation>
            <numerusform>Your choice still hides %Ln more.</numerusform>
            <numerusform>Your choice still hides %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln join request(s)</source>
        <translation>
            <numerusform>%Ln join request</numerusform>
            <numerusform>%Ln join requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) owed</source>
        <translation>
            <numerusform>%Ln answer owed</numerusform>
            <numerusform>%Ln answers owed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older message(s) stand(s) with Messages.</source>
        <translation>
            <numerusform>%Ln older flagged message is on the page Messages.</numerusform>
            <numerusform>%Ln older flagged messages are on the page Messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sh&amp;ow %Ln older</source>
        <translation>
            <numerusform>Sh&amp;ow %Ln older</numerusform>
            <numerusform>Sh&amp;ow %Ln older</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomeDueBar</name>
    <message numerus="yes">
        <source>{group}: as far as is known, %Ln member(s) did not read the rules yet.</source>
        <translation>
            <numerusform>{group}: as far as is known, %Ln member did not read the rules yet.</numerusform>
            <numerusform>{group}: as far as is known, %Ln members did not read the rules yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is something to do in %Ln other group(s) too.</source>
        <translation>
            <numerusform>There is something to do in %Ln other group too.</numerusform>
            <numerusform>There is something to do in %Ln other groups too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePreview</name>
    <message numerus="yes">
        <source>%Ln character(s); a message stays under {most}.</source>
        <translation>
            <numerusform>%Ln character; a message stays under {most}.</numerusform>
            <numerusform>%Ln characters; a message stays under {most}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) did not fit:</source>
        <translation>
            <numerusform>%Ln rule did not fit:</numerusform>
            <numerusform>%Ln rules did not fit:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ResultWords</name>
    <message numerus="yes">
        <source>%Ln message(s) read</source>
        <translation>
            <numerusform>%Ln message read</numerusform>
            <numerusform>%Ln messages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) for your phone: done as this export shows, and off your list.</source>
        <translation>
            <numerusform>%Ln task for your phone: done as this export shows, and off your list.</numerusform>
            <numerusform>%Ln tasks for your phone: done as this export shows, and off your list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) for your phone: not to be seen yet in this export, and on your list again.</source>
        <translation>
            <numerusform>%Ln task for your phone: not to be seen yet in this export, and on your list again.</numerusform>
            <numerusform>%Ln tasks for your phone: not to be seen yet in this export, and on your list again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Setter</name>
    <message numerus="yes">
        <source>… %Ln message(s) in between …</source>
        <translation>
            <numerusform>… %Ln message in between …</numerusform>
            <numerusform>… %Ln messages in between …</numerusform>
        </translation>
    </message>
</context>
</TS>
